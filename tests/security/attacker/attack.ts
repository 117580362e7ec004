// Plays one sequence of moves against a target and holds every answer against the model (I1–I5, I7, I8).
import { createBrowsers } from './browsers.ts';
import { choices, underPolicy, type Choice } from './choices.ts';
import { factorMoves } from './factor-moves.ts';
import { linkMoves } from './link-moves.ts';
import { passkeyMoves } from './passkey-moves.ts';
import {
	areProven,
	Broken,
	hasFactorAtEnd,
	hasShownFactor,
	holds,
	isInvited,
	mayBeSignedIn,
	mayReset,
	type Factors,
	type Person,
	type Proof,
	type Shown
} from './model.ts';
import { doors as doorCount, type Move } from './moves.ts';
import type { Contact, Door, Reply, Target } from './target.ts';

/** Counted, not drawn: over thousands of runs on one database chance would give two people one number. */
let drawn = 0;
const somePhone = () => `861349${1_000_000 + (drawn += 1)}`;
const someEmail = () => `someone-${(drawn += 1)}@example.com`;
const someUsername = () => `someone_${(drawn += 1)}`;

/** `verificationId`: empty where the passkey was to be the only proof. */
export type Challenge = { verificationId: string; challenge: string };

export type Opened = {
	door: Door;
	event?: string;
	proofs: Proof[];
	/** Records that were handed out here, newest last, with whom the code went to and for what. */
	records: { id: string; to?: Contact; event: string; passwordNumber: number }[];
	/** Second factors: what was shown, which codes were sent, what passkeys were asked, and what submit is to keep. */
	shown: Shown[];
	factorCodes: string[];
	challenges: Challenge[];
	staged: Factors & { hasDeclined?: boolean };
	/** The person wants no second factor asked here for a while. */
	isTrusting: boolean;
	/** The link that was accepted here last. */
	usedLink?: string;
	newPassword?: string;
	userId?: string;
	isOver: boolean;
};

/** How often a door was gone through: a search that never succeeds at anything shows nothing. */
export type Tally = {
	links: number;
	signIns: number;
	registrations: number;
	resets: number;
	secondSteps: number;
	passkeys: number;
	/** Whoever was asked for no second factor in a browser of theirs. */
	excused: number;
};

export async function attack(target: Target, sequence: Move[], tally: Tally): Promise<void> {
	const people = [await createPerson(target), await createPerson(target)];
	const strangers: Contact[] = [
		{ type: 'phone', value: somePhone() },
		{ type: 'email', value: someEmail() }
	];
	const reachable = [...people.flatMap(contactsOf), ...strangers];
	const evaluated = new Map<string, number>();
	const accepted = new Set<string>();
	let rules = (choices[0] as Choice).rules;
	await target.useSettings((choices[0] as Choice).settings);
	const opened: Opened[] = [];
	for (let index = 0; index < doorCount; index++) {
		opened.push({ door: await target.open(), ...nothingYet(), isOver: false });
	}

	const contactAt = (index: number) => reachable[index] as Contact;
	const personWith = ({ type, value }: Contact) => people.find((person) => person[type] === value);
	const at = (index: number) => opened[index] as Opened;
	const pickRecord = (index: number, which: string): string | undefined => {
		const own = at(index).records;
		if (which === 'own') return own.at(-1)?.id;
		if (which === 'older') return own.at(-2)?.id;
		if (which === 'foreign') return at((index + 1) % doorCount).records.at(-1)?.id;
		return which === 'junk' ? 'nothing-of-this-name' : undefined;
	};

	async function begin(
		here: Opened,
		event: Move extends infer One ? (One extends { event: infer E } ? E : never) : never
	) {
		const reply = await here.door.start(event);
		if (!reply.ok) return;
		Object.assign(here, { event, ...nothingYet(), userId: undefined, newPassword: undefined });
	}

	async function send(here: Opened, to: Contact) {
		const reply = await here.door.sendCode(to);
		if (!reply.ok || !reply.verificationId) return;
		// One record of a kind: what an older code has proven is gone, unless it was used for something already.
		for (const proof of here.proofs) proof.isReplaced ||= proof.by === 'code' && proof.identifier.type === to.type;
		const passwordNumber = personWith(to)?.passwordNumber ?? 0;
		here.records.push({ id: reply.verificationId, to, event: here.event ?? '', passwordNumber });
	}

	async function check(here: Opened, to: Contact, id: string, kind: 'right' | 'wrong') {
		const sent = await target.codeSentTo(to);
		const code = kind === 'right' && sent ? sent : sent === '000000' ? '111111' : '000000';
		const reply = await here.door.checkCode(to, id, code);
		if (reply.ok || reply.code === 'verification_code.code_mismatch') {
			const count = (evaluated.get(id) ?? 0) + 1;
			evaluated.set(id, count);
			if (count > 5) throw new Broken(`I4: code ${id} was tried ${count} times`);
		}
		if (!reply.ok) return;
		if (accepted.has(id)) throw new Broken(`I3: code ${id} was accepted twice`);
		accepted.add(id);
		const record = here.records.find((one) => one.id === id);
		if (!record) throw new Broken('I1: a code of another interaction was accepted');
		if (record.to?.value !== to.value) throw new Broken('I8: a code proved another address than its own');
		if (kind === 'wrong' || !sent) throw new Broken('I1: a wrong code was accepted');
		here.proofs.push({ by: 'code', identifier: to, event: record.event, passwordNumber: record.passwordNumber });
	}

	async function watchIdentity(here: Opened) {
		if (here.isOver) return;
		const now = await here.door.identified();
		if (here.userId && now && now !== here.userId) throw new Broken('I5: the person changed half-way');
		here.userId = now;
	}

	async function finish(here: Opened, reply: Reply) {
		if (!reply.ok || here.isOver) return;
		if (!reply.signedInAs) return reset(here);
		here.isOver = true;
		const known = people.find(({ id }) => id === reply.signedInAs);
		if (here.event !== 'Register') {
			if (!known) throw new Broken('I1: somebody unknown was signed in');
			if (!mayBeSignedIn(known, here.proofs, rules)) throw new Broken('I1/I7: signed in without a valid proof');
			if (takesOver(here, known)) dropFactors(known);
			const isExcused = browsers.isExcused(here, known, rules);
			if (!isExcused && !hasShownFactor(known, here.shown, here.proofs, rules))
				throw new Broken('I1: a second factor was skipped');
			if (here.shown.some(({ personId }) => personId !== known.id))
				throw new Broken('I5: the person changed after a proof');
			keep(known, here.staged);
			if (!hasFactorAtEnd(known, here.event, rules))
				throw new Broken('I1: somebody ended without the factor that is demanded');
			if (here.shown.length > 0) tally.secondSteps += 1;
			if (here.proofs.some(({ by }) => by === 'passkey')) tally.passkeys += 1;
			if (isExcused && here.shown.length === 0) tally.excused += 1;
			prove(here, known);
			browsers.remember(here, known, rules);
			tally.signIns += 1;
			return;
		}
		if (known) throw new Broken('I1: registration took over an account');
		const account = await target.findAccount(reply.signedInAs);
		if (!account) throw new Broken('registration ended without an account');
		if (!areProven(contactsOf(account), here.proofs)) throw new Broken('I8: an address was taken without proof');
		if (rules.signInMode === 'SignIn' && !isInvited(account.email, here.proofs))
			throw new Broken('I1: registered although sign-up is closed');
		tally.registrations += 1;
		const person: Person = { ...account, passwordNumber: 1, isProven: true, isSuspended: false };
		keep(person, here.staged);
		if (!hasFactorAtEnd(person, here.event, rules))
			throw new Broken('I1: registered without the factor that is demanded');
		people.push(person);
		browsers.remember(here, person, rules);
	}

	/** R20: who signs in without the password to addresses that nobody had proven ends what the password has opened. */
	function takesOver({ proofs }: Opened, person: Person): boolean {
		const isKnown =
			proofs.some(({ by, identifier }) => by === 'password' && holds(person, identifier)) ||
			proofs.some(({ personId }) => personId === person.id);
		return !person.isProven && !isKnown;
	}

	/** Nor does a passkey open anything any more where it was shown already. */
	function dropFactors(person: Person) {
		Object.assign(person, { app: undefined, backupCodes: undefined, passkeys: undefined, hasDeclined: undefined });
		for (const one of opened) one.proofs = one.proofs.filter(({ personId }) => personId !== person.id);
	}

	function prove(here: Opened, person: Person) {
		const own = here.proofs.filter(({ identifier }) => holds(person, identifier));
		if (takesOver(here, person)) {
			person.password = undefined;
			person.passwordNumber += 1;
			browsers.forget(person);
			for (const one of opened) {
				one.proofs = one.proofs.filter(({ by, identifier }) => by !== 'password' || !holds(person, identifier));
			}
		}
		person.isProven ||= own.some(({ by }) => by !== 'password');
	}

	function reset(here: Opened) {
		if (here.event !== 'ForgotPassword' || here.newPassword === undefined)
			throw new Broken('I2: nothing was to be set');
		const person = people.find(({ id }) => id === here.userId);
		if (!person || !mayReset(person, here.proofs)) throw new Broken('I2: a password was set without a fresh proof');
		if (!person.isProven) dropFactors(person);
		person.password = here.newPassword;
		person.passwordNumber += 1;
		person.isProven = true;
		browsers.forget(person);
		tally.resets += 1;
		Object.assign(here, { event: undefined, ...nothingYet(), userId: undefined, newPassword: undefined });
	}

	const browsers = createBrowsers();
	const links = linkMoves({ target, reachable, personWith, tally });
	const playFactorMove = factorMoves({ target, people, evaluated, accepted });
	const playPasskeyMove = passkeyMoves({ target, people });

	for (const move of sequence) {
		if (move.do === 'suspend') {
			const person = people[move.person] as Person;
			person.isSuspended = move.isSuspended;
			browsers.forget(person);
			await target.suspend(person.id, move.isSuspended);
			continue;
		}
		if (move.do === 'settings') {
			const choice = underPolicy(choices[move.which] as Choice, move.policy);
			rules = choice.rules;
			await target.useSettings(choice.settings);
			continue;
		}
		if (move.do === 'put-by-link') {
			await links.putBy(contactAt(move.contact), move.madeFor);
			continue;
		}
		if (move.do === 'wait') {
			await target.advance(move.seconds * 1000);
			continue;
		}
		const here = at(move.door);
		switch (move.do) {
			case 'start':
				await begin(here, move.event);
				break;
			case 'reopen':
				Object.assign(here, { door: await target.open(here.door), event: undefined, userId: undefined, isOver: false });
				Object.assign(here, { ...nothingYet(), newPassword: undefined });
				break;
			case 'change-event': {
				const reply = await here.door.changeEvent(move.event);
				if (reply.ok && !here.isOver && here.event !== move.event)
					Object.assign(here, {
						event: move.event,
						userId: undefined,
						shown: [],
						factorCodes: [],
						challenges: [],
						staged: {},
						isTrusting: false
					});
				break;
			}
			case 'send-code':
				await send(here, contactAt(move.contact));
				break;
			case 'check-code': {
				const id = pickRecord(move.door, move.record);
				if (id) await check(here, contactAt(move.contact), id, move.code);
				break;
			}
			case 'prove': {
				if (here.event !== move.event) await begin(here, move.event);
				const before = here.records.length;
				await send(here, contactAt(move.contact));
				const record = here.records.at(-1);
				if (record && here.records.length > before) await check(here, contactAt(move.contact), record.id, 'right');
				break;
			}
			case 'check-password': {
				const contact = contactAt(move.contact);
				const owner = personWith(contact);
				const other = people.find((person) => person !== owner);
				const tried = { own: owner?.password, foreign: other?.password, wrong: 'certainly not this one' }[
					move.password
				];
				const password = tried ?? 'nobody has this one';
				const reply = await here.door.checkPassword(contact, password);
				if (!reply.ok) break;
				if (!owner || password !== owner.password) throw new Broken('I1: a wrong password was accepted');
				here.proofs.push({
					by: 'password',
					identifier: contact,
					event: here.event ?? '',
					passwordNumber: owner.passwordNumber
				});
				here.records.push({ id: reply.verificationId ?? '', event: here.event ?? '', passwordNumber: 0 });
				break;
			}
			case 'follow-link':
				await links.follow(here, contactAt(move.contact), move);
				break;
			case 'offer-identity': {
				const reply = await here.door.offerIdentity(someUsername(), 'a long and unusual phrase');
				if (reply.verificationId)
					here.records.push({ id: reply.verificationId, event: here.event ?? '', passwordNumber: 0 });
				break;
			}
			case 'identify':
				await here.door.identify(pickRecord(move.door, move.record));
				break;
			case 'add-username':
				await here.door.addUsername(someUsername());
				break;
			case 'add-password':
				await here.door.addPassword('another long, unusual phrase');
				break;
			case 'add-contact': {
				const id = pickRecord(move.door, move.record);
				if (id) await here.door.addContact(move.type, id);
				break;
			}
			case 'choose-password': {
				const password = `brand new phrase ${someUsername()}`;
				if ((await here.door.choosePassword(password)).ok) here.newPassword = password;
				break;
			}
			case 'submit':
				await finish(here, await here.door.submit());
				break;
			case 'trust-device':
				await browsers.trust(
					here,
					people.find(({ id }) => id === here.userId)
				);
				break;
			case 'add-passkey':
			case 'show-passkey':
			case 'sign-in-passkey':
				await playPasskeyMove(here, at((move.door + 1) % doorCount), move);
				break;
			default:
				await playFactorMove(here, at((move.door + 1) % doorCount), move);
		}
		await watchIdentity(here);
	}
}

function nothingYet(): Pick<
	Opened,
	'proofs' | 'records' | 'shown' | 'factorCodes' | 'challenges' | 'staged' | 'isTrusting'
> {
	return { proofs: [], records: [], shown: [], factorCodes: [], challenges: [], staged: {}, isTrusting: false };
}

/** What submit has written: an app and codes are one each, passkeys as many as there are. */
function keep(person: Person, { passkeys = [], ...staged }: Opened['staged']) {
	Object.assign(person, staged, { passkeys: [...(person.passkeys ?? []), ...passkeys] });
}

function contactsOf({ phone, email }: { phone?: string; email?: string }): Contact[] {
	const held: { type: Contact['type']; value: string | undefined }[] = [
		{ type: 'phone', value: phone },
		{ type: 'email', value: email }
	];
	return held.filter((contact): contact is Contact => contact.value !== undefined);
}

async function createPerson(target: Target): Promise<Person> {
	const account = {
		phone: somePhone(),
		email: someEmail(),
		username: someUsername(),
		password: `the phrase of ${someUsername()}`
	};
	return {
		id: await target.createAccount(account),
		...account,
		passwordNumber: 1,
		isProven: false,
		isSuspended: false
	};
}
