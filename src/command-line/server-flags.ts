import { type Command, InvalidArgumentError, Option } from 'commander';
import { defaultFile, fileVariable } from './configuration.ts';
import { flagOf, type OptionName, optionNamed, optionNames, readText, variableOf, wanted } from './server-options.ts';

/**
 * Adds the flags of a server's options to a command, and `--config`. Flags have no defaults there and read no
 * variables: that is done by `readConfiguration`, which the action hands its flags to.
 */
export function addServerFlags(command: Command, names: readonly OptionName[] = optionNames): Command {
  command.addOption(
    new Option('--config <file>', `file of options (default: ${defaultFile} where it is there, env: ${fileVariable})`),
  );
  for (const name of names) for (const option of flagsFor(name)) command.addOption(option);
  return command;
}

function flagsFor(name: OptionName): Option[] {
  const { form, value, meaning, default: byDefault } = optionNamed(name);
  const standard = byDefault === undefined ? '' : `default: ${byDefault}, `;
  const flag = flagOf(name);
  const described = `${meaning} (${standard}env: ${variableOf(name)})`;
  if (form.kind === 'switch') {
    return [new Option(flag, described), new Option(flag.replace('--', '--no-'), `not ${flag}`).hideHelp()];
  }
  const option = new Option(`${flag} <${value}>`, described);
  if (form.kind === 'choice') return [option.choices(form.choices)];
  return [
    option.argParser((text) => {
      const read = readText(form, text);
      if (read === undefined) throw new InvalidArgumentError(`must be ${wanted(form)}.`);
      return read;
    }),
  ];
}
