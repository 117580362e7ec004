// T4: a code works in its own interaction, journey and browser, and for its own identifier. Nowhere else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	openBrowser,
	startSignIn,
	type Identifier,
	type InteractionEvent,
	type SignIn
} from '../support/api-client.ts';
import { begin, idOf, manySends, prove, sendCode, signUp } from '../support/passwords.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
beforeAll(async () => {
	foyer = await startFoyer({
		settings: {
			...presets.emailOrPhoneWithPassword,
			...manySends,
			lockoutPolicy: { perUser: { threshold: 100, hardStop: 1000 }, perIp: { threshold: 10_000 } }
		}
	});
});
afterAll(() => foyer.stop());

const events = ['SignIn', 'Register', 'ForgotPassword'] as const;
const phone = (): Identifier => ({ type: 'phone', value: somePhone() });

/** One interaction of one browser, with a code that was sent in it. */
type Place = {
	browser: number;
	journey: SignIn;
	uid: string;
	event: InteractionEvent;
	identifier: Identifier;
	verificationId: string;
	code: string;
};

async function openPlace(
	browser: number,
	jar: ReturnType<typeof openBrowser>,
	event: InteractionEvent,
	to: Identifier
) {
	const journey = await startSignIn(foyer, { browser: jar });
	const uid = journey.page.searchParams.get('uid') ?? '';
	const api: SignIn['api'] = (method, path, body) => journey.api(method, path, body, { 'foyer-interaction': uid });
	expect((await api('PUT', '', { interactionEvent: event })).status).toBe(204);
	const after = (await foyer.inbox.messages()).at(-1)?.at ?? 0;
	const sent = await api('POST', 'verification/verification-code', { identifier: to, interactionEvent: event });
	expect(sent.status).toBe(200);
	const code = await foyer.inbox.codeFor(`+${to.value}`, { after });
	return { browser, journey, uid, event, identifier: to, verificationId: idOf(sent), code };
}

/** The code of `place`, offered by a browser that names an interaction. */
function offer(place: Place, asker: Place, uid: string, identifier = place.identifier) {
	const body = { identifier, verificationId: place.verificationId, code: place.code };
	return asker.journey.api('POST', 'verification/verification-code/verify', body, { 'foyer-interaction': uid });
}

describe('a code', () => {
	it('is accepted on the diagonal of interaction, journey, identifier and browser only', async () => {
		const members = [phone(), phone()];
		for (const member of members) await signUp(foyer, [member]);
		const places: Place[] = [];
		for (const browser of [0, 1]) {
			const jar = openBrowser(foyer.origin);
			for (const event of events) {
				const recipient = event === 'Register' ? undefined : members[browser];
				places.push(await openPlace(browser, jar, event, recipient ?? phone()));
			}
		}

		const wrongly: string[] = [];
		const name = ({ browser, event, identifier: { value } }: Place) => `${browser} ${event} ${value}`;
		for (const place of places) {
			for (const asker of [places[0], places.at(-1)]) {
				if (!asker) continue;
				for (const elsewhere of places) {
					if (elsewhere === place && asker.browser === place.browser) continue;
					const { status } = await offer(place, asker, elsewhere.uid);
					if (status < 400 || status >= 500) wrongly.push(`${name(place)} in ${name(elsewhere)}: ${status}`);
				}
			}
			for (const other of [...members, phone(), { type: 'email', value: someEmail() } as const]) {
				if (other.value === place.identifier.value) continue;
				const { status } = await offer(place, place, place.uid, other);
				if (status < 400 || status >= 500) wrongly.push(`${name(place)} for ${other.value}: ${status}`);
			}
		}
		expect(wrongly).toEqual([]);
		for (const place of places)
			expect([name(place), (await offer(place, place, place.uid)).status]).toEqual([name(place), 200]);
	});

	it.each(events)('is void when its interaction begins %s anew', async (event) => {
		const member = phone();
		await signUp(foyer, [member]);
		for (const before of events) {
			const journey = await begin(foyer, before);
			const to = before === 'Register' ? phone() : member;
			const { verificationId, code } = await sendCode(foyer, journey, to, before);
			expect((await journey.api('PUT', '', { interactionEvent: event })).status).toBe(204);
			expect(await journey.checkCode(to, verificationId, code)).toMatchObject({
				status: 404,
				body: { code: 'session.verification_session_not_found' }
			});
		}
	});

	it('that was proven at sign-in opens no recovery', async () => {
		const member = phone();
		await signUp(foyer, [member]);
		const journey = await begin(foyer, 'SignIn');
		const verificationId = await prove(foyer, journey, member, 'SignIn');
		expect((await journey.api('PUT', 'interaction-event', { interactionEvent: 'ForgotPassword' })).status).toBe(400);
		expect((await journey.api('PUT', 'profile/password', { password: 'one more long phrase' })).status).toBe(400);
		expect((await journey.api('PUT', '', { interactionEvent: 'ForgotPassword' })).status).toBe(204);
		expect((await journey.api('POST', 'identification', { verificationId })).status).toBe(404);
	});
});

describe('a proven code', () => {
	it('identifies nobody in another interaction', async () => {
		const member = phone();
		await signUp(foyer, [member]);
		for (const event of ['SignIn', 'ForgotPassword'] as const) {
			const verificationId = await prove(foyer, await begin(foyer, event), member, event);
			const other = await begin(foyer, event);
			expect((await other.api('POST', 'identification', { verificationId })).status).toBe(404);
			expect((await other.api('POST', 'submit')).status).toBe(404);
		}
	});
});
