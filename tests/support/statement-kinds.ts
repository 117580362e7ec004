// Kinds of SQL that are counted apart when somebody counts statements.

/** What holds a transaction together. */
export function isBracket(sql: string): boolean {
	return /^(begin|commit|rollback)/i.test(sql);
}

/** Settings, applications, connectors, webhooks, words and the survey of passwords are remembered: whichever request comes next asks again. */
export function isRemembered(sql: string): boolean {
	return (
		/^select .* from ("setting"|"application"|"connector"|"hook"|"custom_phrase")/.test(sql) ||
		/^select "password_algorithm" as "algorithm", "password_digest"/.test(sql)
	);
}
