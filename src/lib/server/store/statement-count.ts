// How many SQL statements this process ran: what the bench divides by the number of sign-ins.
let statements = 0;

export function countStatement(): void {
	statements += 1;
}

/** Rises only: read it before and after. `begin` and `commit` count too. */
export function statementCount(): number {
	return statements;
}
