// Names and secrets that nobody can guess.

export type Ids = {
	/** 12 random alphanumerics (Logto's `sub`). */
	userId(): string;
	/** 21 random url-safe characters. */
	id(): string;
	/** `digits` decimal digits from a CSPRNG, leading zeros kept. */
	code(digits: number): string;
	/** `length` random characters of the alphabet. */
	pick(alphabet: string, length: number): string;
	/** 32 random characters of [A-Za-z0-9]: an application secret, safe in Basic auth without escaping. */
	secret(): string;
	/** 32 random bytes, url-safe: what somebody holds who may do a thing once. */
	token(): string;
};
