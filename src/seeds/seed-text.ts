/** The text of a seed file, with the name that the file has in messages. */
export class SeedText {
  readonly text: string;
  readonly file: string | undefined;

  constructor(text: string, file?: string) {
    this.text = text;
    this.file = file;
  }
}
