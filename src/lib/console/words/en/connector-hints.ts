// What to do about a test that failed, where the API's own sentence is not the reader's: by that sentence.
export const connectorHints = {} as Record<string, string>;
