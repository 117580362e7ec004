// The order in which rows of failed attempts are locked: two who lock several never wait for each other crosswise.

export function inLockOrder<Row extends { key: string }>(rows: Row[]): Row[] {
	return rows.toSorted((one, other) => (one.key < other.key ? -1 : 1));
}
