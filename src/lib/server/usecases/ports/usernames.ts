// Usernames all at once: what use cases need of their store.

export type UsernameStore = {
	/** Keeps names in lower case. Those that differ in case only stay as they are: answers how many, and a few of them. */
	fold(): Promise<{ totalConflicts: number; samples: string[] }>;
};
