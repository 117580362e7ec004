// What an endpoint says of itself: parsed by it, documented from it, and compared with its answers by the tests.
import type { RequestHandler } from '@sveltejs/kit';
import type { z } from 'zod';
import type { ProblemCode } from '../../contract/problems.ts';
import type { AccountAccess } from '../usecases/ports.ts';

export type Declaration = {
	/** What it does, in one line. */
	summary: string;
	/** Each status that is no refusal, with the schema of its body; null for none. */
	answers: Record<number, z.ZodType | null>;
	/** Refusals of its own. Those that it shares with others are known: see `sharedProblems`. */
	problems?: (ProblemCode | { code: ProblemCode; status: number })[];
	/** The client may keep the answer and ask whether it still holds. */
	revalidated?: boolean;
	body?: z.ZodType;
	/** Instead of a body: `multipart/form-data` with one `file`, of so many bytes at most. */
	upload?: number;
	query?: z.ZodType;
};

/** Whose token opens it, and at one's own account what besides; nobody's where it is open to everybody. */
export type Closed =
	{ needsToken: 'machine' } | { needsToken: 'account'; access: AccountAccess } | { needsToken: false };

export type DeclaredHandler = RequestHandler & { declaration: Declaration & Closed };
