// The attacker's moves with the links that an administrator has sent: at once, or put by for later (I1, I3).
import type { Opened, Tally } from './attack.ts';
import { Broken, type Person } from './model.ts';
import type { Move } from './moves.ts';
import type { Contact, Target } from './target.ts';

type Following = Extract<Move, { do: 'follow-link' }>;
/** `passwordNumber`: of the password that the address's owner had when it was made. */
type Link = { token: string; madeFor: Following['madeFor']; passwordNumber: number };

export function linkMoves(world: {
	target: Target;
	reachable: Contact[];
	personWith: (contact: Contact) => Person | undefined;
	tally: Tally;
}) {
	const { target, reachable, personWith, tally } = world;
	const putBy = new Map<string, Link>();

	async function make(to: Contact, madeFor: Link['madeFor']): Promise<Link> {
		const passwordNumber = personWith(to)?.passwordNumber ?? 0;
		return { token: await target.mintToken(to.value, madeFor), madeFor, passwordNumber };
	}

	/** `used` shows the last link of this door once more. */
	async function find(here: Opened, to: Contact, { link, madeFor }: Following): Promise<Link | undefined> {
		switch (link) {
			case 'own':
				return make(to, madeFor);
			case 'earlier':
				return putBy.get(to.value);
			case 'foreign': {
				const other = reachable.find(({ type, value }) => type === 'email' && value !== to.value);
				return other && make(other, madeFor);
			}
			case 'used':
				return here.usedLink === undefined ? undefined : { token: here.usedLink, madeFor, passwordNumber: 0 };
			case 'junk':
				return { token: 'nothing-of-this-name', madeFor, passwordNumber: 0 };
		}
	}

	return {
		async putBy(to: Contact, madeFor: Link['madeFor']): Promise<void> {
			if (to.type === 'email') putBy.set(to.value, await make(to, madeFor));
		},

		async follow(here: Opened, to: Contact, move: Following): Promise<void> {
			const found = to.type === 'email' ? await find(here, to, move) : undefined;
			if (!found) return;
			const { token, madeFor, passwordNumber } = found;
			const reply = await here.door.checkToken(to.value, token);
			if (!reply.ok) return;
			if (move.link !== 'own' && move.link !== 'earlier') {
				throw new Broken(`I3: a link was accepted that was ${move.link}`);
			}
			if (madeFor && madeFor !== here.event) throw new Broken('I1: a link of another journey was accepted');
			if (move.link === 'earlier') putBy.delete(to.value);
			here.usedLink = token;
			tally.links += 1;
			here.records.push({ id: reply.verificationId ?? '', event: here.event ?? '', passwordNumber });
			here.proofs.push({ by: 'link', identifier: to, event: madeFor ?? '', passwordNumber });
		}
	};
}
