// What a command of the `foyer` tool is, and the two ways in which it can end badly.
export type ExitCode = 0 | 1 | 2;

export type Command = {
	/** Shown by `foyer <command> --help` and after a mistake in the arguments. */
	usage: string;
	run(args: string[]): Promise<ExitCode>;
};

/** A command with verbs, as `foyer app create`: each verb gets the arguments that follow it. */
export function withVerbs(usage: string, verbs: Record<string, Command['run']>): Command {
	return {
		usage,
		async run([verb, ...rest]) {
			const run = verb === undefined ? undefined : verbs[verb];
			if (run) return run(rest);
			const names = Object.keys(verbs).join(', ');
			return misuse(verb === undefined ? `say what to do: ${names}` : `there is no "${verb}" here, only: ${names}`);
		}
	};
}

/** The arguments were fine, what they asked for could not be done. */
export function failure(...lines: string[]): ExitCode {
	complain(lines);
	return 1;
}

/** The arguments themselves make no sense. */
export function misuse(...lines: string[]): ExitCode {
	complain(lines);
	return 2;
}

function complain(lines: string[]): void {
	const [first = '', ...rest] = lines.flatMap((line) => line.split('\n')).map((line) => line.trim());
	console.error(`foyer: ${first}`);
	for (const line of rest) console.error(`       ${line}`);
}
