// Many tests at once on one Foyer and one sandbox: nobody reads another's code, and nobody waits by the clock.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn, signUp } from '../../src/testing/sign-in.ts';
import { startFoyer, type Foyer } from '../../src/testing/start-foyer.ts';

/** `npm run test:full` walks a thousand, `npm test` as many as show the same. */
const flows = process.env.FOYER_TEST_FULL === '1' ? 1000 : 50;
/** So many tests run at the same time, each with recipients of its own, one person after the other. */
const workers = 25;

let foyer: Foyer;
beforeAll(async () => {
	foyer = await startFoyer();
});
afterAll(() => foyer.stop());

it(`signs ${flows} people up, ${workers} at a time, each with a code of their own`, { timeout: 600_000 }, async () => {
	const subjects: string[] = [];
	await Promise.all(
		Array.from({ length: workers }, async (_, worker) => {
			const people = await foyer.namespace(`worker-${worker}`);
			const mine = flows / workers;
			for (let person = 0; person < mine; person++) {
				const who = person % 2 === 0 ? { phone: people.phone() } : { email: people.email() };
				const { tokens } = await signUp(foyer, who);
				subjects.push(subjectOf(tokens.id_token));
			}
			const received = await people.inbox.messages();
			// One message a person, and nobody else's among them.
			expect(received).toHaveLength(mine);
			expect(new Set(received.map(({ to }) => to)).size).toBe(mine);
		})
	);
	expect(new Set(subjects).size).toBe(flows);
});

it('lets one test spoil its provider and move its limits while another goes on', async () => {
	const [unlucky, lucky] = [await foyer.namespace(), await foyer.namespace()];
	await unlucky.fault({ action: 'SendSms', code: 'isv.AMOUNT_NOT_ENOUGH', times: 100 });
	const [refused, done] = await Promise.allSettled([
		signUp(foyer, { phone: unlucky.phone() }),
		signUp(foyer, { phone: lucky.phone() })
	]);
	expect([refused.status, done.status]).toEqual(['rejected', 'fulfilled']);
	await unlucky.release();
	expect(await lucky.inbox.messages()).toHaveLength(1);
});

it('gives a test numbers that the ones before it have not used, also of those that were given back', async () => {
	for (let test = 0; test < 3; test++) {
		const people = await foyer.namespace();
		await signUp(foyer, { phone: people.phone() });
		await people.release();
	}
});

it('says when somebody was there already, or was not', async () => {
	const people = await foyer.namespace();
	const [known, unknown] = [people.phone(), people.phone()];
	await signUp(foyer, { phone: known });
	await foyer.clock.advance(61_000);
	await expect(signUp(foyer, { phone: known })).rejects.toThrow('there already');
	await expect(signIn(foyer, { phone: unknown })).rejects.toThrow('no such account');
});

it('hands out each code once, in the order of their messages', async () => {
	const people = await foyer.namespace();
	const phone = people.phone();
	await signUp(foyer, { phone });
	await foyer.clock.advance(61_000);
	await signIn(foyer, { phone });
	const [first, second] = await people.inbox.messages();
	expect([await people.inbox.nextCode(phone), await people.inbox.nextCode(phone)]).toEqual([first?.code, second?.code]);
});

function subjectOf(idToken: string): string {
	const [, payload = ''] = idToken.split('.');
	return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string }).sub;
}
