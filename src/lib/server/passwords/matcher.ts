// What a digest becomes when it is read: the question whether a password is the one. Unreadable ones become nothing.

export type Matcher = (password: string) => Promise<boolean>;
