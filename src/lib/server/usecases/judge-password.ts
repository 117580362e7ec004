// POST /api/sign-in-exp/default/check-password: what the policy has against a password, for one account or any.
import { ok, type Result } from '../../contract/result.ts';
import type { PasswordIssue } from '../../contract/password-policy.ts';
import { findPasswordIssues } from './examine-password.ts';
import type { Services } from './ports.ts';
import { unknownUser } from './unknown-user.ts';

export async function judgePassword(
	services: Pick<Services, 'store' | 'settings' | 'passwords'>,
	{ password, userId }: { password: string; userId?: string }
): Promise<Result<{ result: true } | { result: false; issues: PasswordIssue[] }>> {
	const user = userId === undefined ? {} : await services.store.users.find(userId);
	if (!user) return unknownUser(userId ?? '');
	const issues = await findPasswordIssues(services, password, user);
	return ok(issues.length > 0 ? { result: false, issues } : { result: true });
}
