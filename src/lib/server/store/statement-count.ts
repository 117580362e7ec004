// How many SQL statements this process ran, and a channel that tells each one to whoever measures.
import { channel } from 'node:diagnostics_channel';

/** Subscribed to by the bench, from outside the bundle. Parameters stay out of it. */
const statementChannel = channel('foyer:statement');
let statements = 0;

export function countStatement(sql: string): void {
	statements += 1;
	if (statementChannel.hasSubscribers) statementChannel.publish({ sql });
}

/** Rises only: read it before and after. `begin` and `commit` count too. */
export function statementCount(): number {
	return statements;
}
