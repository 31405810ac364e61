import { Flex, Typography } from 'antd';
import { createContext, type ReactNode, useContext } from 'react';
import type { Group } from './network.ts';
import { showHref, useShown } from './shown.ts';

/** How a group is told from others: a colour, and letters for those who do not see it. */
export interface GroupMark {
  readonly letters: string;
  readonly color: string;
}

/** White letters stand on them with a contrast of more than 4.5. */
const colors = ['#0057ad', '#7b2cbf', '#0b6b2e', '#9a4700', '#a61d4d', '#0f6674', '#5c4b00', '#4a4a4a'] as const;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export type GroupMarks = ReadonlyMap<string, GroupMark>;

export const GroupMarksContext = createContext<GroupMarks>(new Map());

/** A mark for each group, the same as long as the groups are. */
export function marksOf(groups: readonly Group[]): GroupMarks {
  return new Map(
    groups.map(({ id }, index) => {
      const round = Math.floor(index / letters.length);
      const mark = {
        letters: `${letters[index % letters.length]}${round === 0 ? '' : round + 1}`,
        color: colors[index % colors.length] ?? colors[0],
      };
      return [id, mark];
    }),
  );
}

/** The marks of some groups, as they stand on an interface. */
export function Marks({ groupIds }: { readonly groupIds: readonly string[] }): ReactNode {
  const marks = useContext(GroupMarksContext);
  return (
    <span className="group-marks">
      {groupIds.map((id) => (
        <Mark key={id} mark={marks.get(id)} title={id} />
      ))}
    </span>
  );
}

function Mark({ mark, title }: { readonly mark: GroupMark | undefined; readonly title: string }): ReactNode {
  if (mark === undefined) return null;
  return (
    <span className="group-mark" style={{ background: mark.color }} title={title}>
      {mark.letters}
    </span>
  );
}

/** Which mark stands for which group. */
export function Legend({ groups }: { readonly groups: readonly Group[] }): ReactNode {
  const marks = useContext(GroupMarksContext);
  const shown = useShown();
  if (groups.length === 0) return null;
  return (
    <Flex wrap gap="small" component="ul" className="plain-list" aria-label="Security groups">
      {groups.map(({ id, name }) => (
        <li key={id}>
          <Mark mark={marks.get(id)} title={id} />{' '}
          <Typography.Link href={showHref(shown, 'security-groups', id)}>
            {name === '' ? id : `${name} (${id})`}
          </Typography.Link>
        </li>
      ))}
    </Flex>
  );
}
