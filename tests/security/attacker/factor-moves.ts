// The attacker's moves about second factors, and what must be true of each answer (I1, I3, I4).
import type { Opened } from './attack.ts';
import { Broken, type Person } from './model.ts';
import type { Move } from './moves.ts';
import type { Contact, Target } from './target.ts';

type FactorMove = Extract<
	Move,
	{
		do:
			| 'set-up-app'
			| 'make-backup-codes'
			| 'show-app'
			| 'show-backup-code'
			| 'send-factor-code'
			| 'check-factor-code'
			| 'choose-factors';
	}
>;

type World = { target: Target; people: Person[]; evaluated: Map<string, number>; accepted: Set<string> };

const madeUp = { app: '000000', 'backup-code': '0000-0000-0000-0000' };

/** `next` is another door, whose records this one may try to use. */
export function factorMoves({ target, people, evaluated, accepted }: World) {
	/** What each person has shown already: nothing of it may count again. */
	const used = new Map<string, string[]>();

	return async function play(here: Opened, next: Opened, move: FactorMove): Promise<void> {
		const person = people.find(({ id }) => id === here.userId);
		const other = people.find((one) => one !== person && (one.app ?? one.backupCodes));
		switch (move.do) {
			case 'set-up-app': {
				const { ok, secret } = await here.door.setUpApp((key) => target.appCode(key));
				if (ok && secret) here.staged = { ...here.staged, app: secret };
				return;
			}
			case 'make-backup-codes': {
				const { ok, codes } = await here.door.makeBackupCodes();
				if (ok && codes) here.staged = { ...here.staged, backupCodes: codes };
				return;
			}
			case 'choose-factors': {
				const hasDeclined = move.choice === 'skipped';
				if ((await here.door.chooseFactors(move.choice)).ok) here.staged = { ...here.staged, hasDeclined };
				return;
			}
			case 'show-app': {
				const codeOf = (key: string | undefined) => (key ? target.appCode(key) : madeUp.app);
				const own = codeOf(person?.app);
				const code = pick(move.code, { own, used: lastUsed(person, 'Totp'), foreign: codeOf(other?.app) }, madeUp.app);
				if ((await here.door.showApp(code)).ok) count(here, person, 'Totp', code, code === own);
				return;
			}
			case 'show-backup-code': {
				const [spare] = (person?.backupCodes ?? []).filter((code) => !usedBy(person, 'BackupCode').includes(code));
				const last = lastUsed(person, 'BackupCode');
				const foreign = other?.backupCodes?.[0];
				const code = pick(move.code, { own: spare, used: last, foreign }, madeUp['backup-code']);
				const reply = await here.door.showBackupCode(code);
				if (reply.ok) count(here, person, 'BackupCode', code, person?.backupCodes?.includes(code) === true);
				return;
			}
			case 'send-factor-code': {
				const { ok, verificationId } = await here.door.sendFactorCode();
				if (ok && verificationId) here.factorCodes.push(verificationId);
				return;
			}
			case 'check-factor-code':
				return checkFactorCode(here, next, move, person);
		}
	};

	async function checkFactorCode(
		here: Opened,
		next: Opened,
		move: Extract<FactorMove, { do: 'check-factor-code' }>,
		person: Person | undefined
	) {
		const first = [...here.records].at(-1)?.id;
		const ids = { own: here.factorCodes.at(-1), older: here.factorCodes.at(-2), foreign: next.factorCodes.at(-1) };
		const id = move.record === 'junk' ? 'nothing' : move.record === 'none' ? first : ids[move.record];
		if (!id) return;
		const to: Contact | undefined = person?.phone ? { type: 'phone', value: person.phone } : undefined;
		const sent = to && (await target.codeSentTo(to));
		const code = move.code === 'right' && sent ? sent : sent === '000000' ? '111111' : '000000';
		const reply = await here.door.checkFactorCode(id, code);
		if (reply.ok || reply.code === 'verification_code.code_mismatch') {
			const tries = (evaluated.get(id) ?? 0) + 1;
			evaluated.set(id, tries);
			if (tries > 5) throw new Broken(`I4: factor code ${id} was tried ${tries} times`);
		}
		if (!reply.ok) return;
		if (accepted.has(id)) throw new Broken(`I3: factor code ${id} was accepted twice`);
		accepted.add(id);
		if (!here.factorCodes.includes(id)) throw new Broken('I1: a code of another step or interaction was accepted');
		if (code !== sent || !person) throw new Broken('I1: a wrong code was accepted as a second factor');
		here.shown.push({ factor: 'PhoneVerificationCode', personId: person.id, to: person.phone });
	}

	function count(
		here: Opened,
		person: Person | undefined,
		factor: 'Totp' | 'BackupCode',
		code: string,
		isOwn: boolean
	) {
		if (!person || !isOwn) throw new Broken(`I1: a ${factor} of nobody here was accepted`);
		const before = usedBy(person, factor);
		if (before.includes(code)) throw new Broken(`I3: a ${factor} code was accepted twice`);
		used.set(`${person.id}:${factor}`, [...before, code]);
		here.shown.push({ factor, personId: person.id });
	}

	function usedBy(person: Person | undefined, factor: 'Totp' | 'BackupCode'): string[] {
		return (person && used.get(`${person.id}:${factor}`)) ?? [];
	}

	function lastUsed(person: Person | undefined, factor: 'Totp' | 'BackupCode'): string | undefined {
		return usedBy(person, factor).at(-1);
	}
}

function pick(
	which: 'own' | 'used' | 'foreign' | 'wrong',
	codes: Partial<Record<string, string>>,
	madeUpCode: string
): string {
	return codes[which] ?? madeUpCode;
}
