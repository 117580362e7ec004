// The attacker's moves with passkeys: as a second proof, as the only one, and as what they must never be (I1, I3).
import { createSoftPasskey } from '../../support/soft-passkey.ts';
import type { Challenge, Opened } from './attack.ts';
import { Broken, type HeldPasskey, type Person } from './model.ts';
import type { Move } from './moves.ts';
import type { PasskeyAnswer, Target } from './target.ts';

type PasskeyMove = Extract<Move, { do: 'add-passkey' | 'show-passkey' | 'sign-in-passkey' }>;
type How = Extract<Move, { do: 'show-passkey' }>['passkey'];

const elsewhere = 'https://foyer.example.net';

/** `next` is another door, whose challenges this one may try to answer. */
export function passkeyMoves({ target, people }: { target: Target; people: Person[] }) {
	return async function play(here: Opened, next: Opened, move: PasskeyMove): Promise<void> {
		const person = people.find(({ id }) => id === here.userId);
		switch (move.do) {
			case 'add-passkey': {
				const passkey = createSoftPasskey(target.origin);
				const origin = move.passkey === 'own' ? target.origin : elsewhere;
				if (!(await here.door.addPasskey((challenge) => passkey.register({ challenge, origin }))).ok) return;
				if (move.passkey !== 'own') throw new Broken('I1: a passkey of another site was set up');
				here.staged = { ...here.staged, passkeys: [...(here.staged.passkeys ?? []), { passkey, counter: 0 }] };
				return;
			}
			case 'show-passkey': {
				const isOwn = (challenge: Challenge) => challenge.verificationId !== '';
				const asked = await challengeFor(here, next, move.passkey, isOwn, async () => {
					const { ok, verificationId, challenge } = await here.door.askPasskey();
					return ok && verificationId && challenge ? { verificationId, challenge } : undefined;
				});
				const shown = asked && answerOf(asked, move.passkey, person);
				if (!asked || !shown) return;
				if (!(await here.door.showPasskey(asked.verificationId, shown.payload)).ok) return;
				expectOwn(move.passkey, shown.held);
				if (!person?.passkeys?.includes(shown.held)) throw new Broken('I1: a passkey of nobody here was accepted');
				here.shown.push({ factor: 'WebAuthn', personId: person.id });
				return;
			}
			case 'sign-in-passkey': {
				const owner = people[move.person];
				const isAlone = (challenge: Challenge) => challenge.verificationId === '';
				const asked = await challengeFor(here, next, move.passkey, isAlone, async () => {
					const { ok, challenge } = await here.door.askSignInPasskey();
					return ok && challenge ? { verificationId: '', challenge } : undefined;
				});
				// Whose passkey it is says who comes: one of somebody else is nothing foreign here.
				const shown = asked && answerOf(asked, move.passkey === 'foreign' ? 'made-up' : move.passkey, owner);
				if (!owner || !shown) return;
				const reply = await here.door.showSignInPasskey(shown.payload);
				if (!reply.ok) return;
				expectOwn(move.passkey, shown.held);
				const proof = { event: here.event ?? '', passwordNumber: 0 };
				here.records.push({ id: reply.verificationId ?? '', ...proof });
				const identifier = { type: 'username', value: '' } as const;
				here.proofs.push({ by: 'passkey', identifier, personId: owner.id, ...proof });
			}
		}
	};

	/** A new one, unless it is to be the last of this door or one of the next. */
	async function challengeFor(
		here: Opened,
		next: Opened,
		how: How,
		isKind: (challenge: Challenge) => boolean,
		ask: () => Promise<Challenge | undefined>
	): Promise<Challenge | undefined> {
		if (how === 'used') return here.challenges.findLast(isKind);
		if (how === 'other-door') return next.challenges.findLast(isKind);
		const asked = await ask();
		if (asked) here.challenges.push(asked);
		return asked;
	}

	function answerOf({ challenge }: Challenge, how: How, person: Person | undefined) {
		const foreign = people.find((one) => one !== person && one.passkeys?.length)?.passkeys?.[0];
		const madeUp: HeldPasskey = { passkey: createSoftPasskey(target.origin), counter: 0 };
		const held = how === 'foreign' ? foreign : how === 'made-up' ? madeUp : person?.passkeys?.at(-1);
		// Those that never count stay at 0.
		if (!held || (how === 'counter-back' && held.counter === 0)) return undefined;
		const counter = how === 'counter-back' ? held.counter : held.counter + 1;
		const origin = how === 'other-origin' ? elsewhere : target.origin;
		const payload: PasskeyAnswer = held.passkey.assert({ challenge, counter, origin });
		return { held, payload };
	}

	function expectOwn(how: How, held: HeldPasskey) {
		if (how === 'used' || how === 'counter-back') throw new Broken(`I3: a passkey was accepted again (${how})`);
		if (how !== 'own') throw new Broken(`I1: a passkey was accepted that was ${how}`);
		held.counter += 1;
	}
}
