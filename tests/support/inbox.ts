// Reads what the sandbox received: that of `foyer/testing`.
export { openInbox as createInbox, type Inbox, type ReceivedMessage } from '../../src/testing/inbox.ts';
