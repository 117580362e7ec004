// Tells "the database does not answer" (503, try again) from a bug (500).

const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'ERR_SQLITE_BUSY']);
/** PostgreSQL classes 08 (connection), 40 (deadlock), 53 (resources), 57 (operator intervention, timeout). */
const postgresClass = /^(08|40|53|57)[0-9A-Z]{3}$/;

/** What `pg` and `node:sqlite` say in words only. */
const lostConnection =
	/connection terminated|connection error and is not queryable|connection has been discarded|timeout exceeded when trying to connect|query read timeout|database is locked/i;

export function isUnavailable(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const { code } = error as NodeJS.ErrnoException;
	if (code && (networkCodes.has(code) || postgresClass.test(code))) return true;
	return lostConnection.test(error.message);
}
