import { type ReactNode, useMemo } from 'react';
import { CopyButton } from './copy-button.tsx';
import { highlighted } from './highlight.tsx';
import type { Language } from './language.ts';

interface CodeBlockProps {
  readonly text: string;
  readonly language?: Language;
  /** What the text is, for those who cannot see where it stands. */
  readonly label: string;
  /** Whether long lines are broken; else they scroll inside. */
  readonly wrap?: boolean;
}

/** A text in fixed width with a button that copies it. */
export function CodeBlock({ text, language = 'text', label, wrap = false }: CodeBlockProps): ReactNode {
  const content = useMemo(() => highlighted(text, language), [text, language]);
  return (
    <div className="code-block">
      <div className="code-bar">
        <CopyButton text={text} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className={wrap ? 'code-text code-wrapped' : 'code-text'} tabIndex={0} aria-label={label}>
        <pre>
          <code>{content}</code>
        </pre>
      </section>
    </div>
  );
}
