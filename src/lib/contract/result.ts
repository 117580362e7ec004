// Refusals are values: `Result` carries either a value or the Problem that the caller must show.
import type { Problem, ProblemCode } from './problems.ts';

export type Result<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

export function ok(): Result<undefined>;
export function ok<Value>(value: Value): Result<Value>;
export function ok<Value>(value?: Value): Result<Value | undefined> {
	return { ok: true, value };
}

/** An expected refusal. `status` overrides the code's usual HTTP status where the contract has several. */
export function refuse(code: ProblemCode, extra: Omit<Problem, 'code'> = {}): { ok: false; problem: Problem } {
	return { ok: false, problem: { code, ...extra } };
}
