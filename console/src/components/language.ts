/** What a text can be coloured as. */
export type Language = 'bash' | 'go' | 'ini' | 'java' | 'json' | 'python' | 'typescript' | 'xml' | 'text';
