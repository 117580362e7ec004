// A draft that several administrators have before them, and what the log says of it afterwards.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestServices, type TestServices } from '../../../../../tests/support/test-services.ts';
import { listLogs } from '../logs.ts';
import type { MachineCaller } from '../ports.ts';
import { dropDraft, readDraft, writeDraft } from './edit.ts';
import { publishDraft } from './publish.ts';
import { listVersions, restoreVersion } from './versions.ts';

let services: TestServices;
let close: () => Promise<void>;
beforeEach(async () => ({ services, close } = await openTestServices()));
afterEach(() => close());

const administrator = (actorId: string): MachineCaller => ({
	requestId: 'request',
	ip: '192.0.2.1',
	userAgent: 'test',
	locale: 'en',
	interactionId: undefined,
	applicationId: 'console',
	actorId
});
const [ada, bo] = [administrator('ada'), administrator('bo')];
const say = (code: string) => code;
const page = { page: 1, page_size: 20 };

async function write(caller: MachineCaller, changes: Record<string, unknown>, updatedAt?: number) {
	const written = await writeDraft(services, caller, { changes, seen: { updatedAt } }, say);
	return written.ok ? written.value : written.problem.code;
}

async function seenNow(): Promise<number> {
	const draft = await readDraft(services, say);
	return (draft.ok && draft.value.updatedAt) || 0;
}

async function logged() {
	const logs = await listLogs(services, { ...page, logKey: 'Management.Settings' });
	return logs.ok ? logs.value.items.map(({ key, payload: { actorId, details } }) => ({ key, actorId, details })) : [];
}

const changed = 'sign_in_experiences.draft_changed';
const purple = { color: { primaryColor: '#553399' } };

describe('two administrators with one draft before them', () => {
	it('do not take each other’s changes away unseen, and none is published unseen', async () => {
		expect(await write(ada, purple, 0)).toMatchObject({ userId: 'ada' });
		const adas = await seenNow();
		expect(await write(bo, { supportEmail: 'help@shop.example' }, 0)).toBe(changed);
		expect(await write(bo, { supportEmail: 'help@shop.example' }, adas)).toMatchObject({ userId: 'bo' });
		// The clock stands still, and what was seen is told from what is there all the same.
		expect(await write(ada, purple, adas)).toBe(changed);
		expect(await publishDraft(services, ada, { updatedAt: adas })).toMatchObject({ problem: { code: changed } });
		expect(await dropDraft(services, ada, { updatedAt: adas })).toMatchObject({ problem: { code: changed } });
		expect(await publishDraft(services, bo, { updatedAt: await seenNow() })).toMatchObject({ ok: true });
	});

	it('do not bring a draft back that was thrown away while they typed', async () => {
		await write(ada, purple, 0);
		const seen = await seenNow();
		expect(await dropDraft(services, bo, { updatedAt: seen })).toMatchObject({ ok: true });
		expect(await write(ada, purple, seen)).toBe(changed);
	});

	it('do without having seen anything, as programs do', async () => {
		await write(ada, purple, 0);
		expect(await write(bo, { supportEmail: 'help@shop.example' })).toMatchObject({ diff: [{ field: 'supportEmail' }] });
		expect(await publishDraft(services, bo, {})).toMatchObject({ ok: true });
	});
});

describe('a draft where something was wrong before', () => {
	it('is published: what was in force already is told, and holds nothing up', async () => {
		const before = await write(ada, purple);
		expect(before).toMatchObject({ problems: [{ field: 'signUp.identifiers', blocks: false }, { blocks: false }] });
		expect(await publishDraft(services, ada, {})).toMatchObject({ ok: true });
	});

	it('is held up by what it brings, and by what it leaves in what it touches', async () => {
		const method = { identifier: 'phone', password: false, verificationCode: true, isPasswordPrimary: false };
		const { problems } = (await write(ada, { signIn: { methods: [method] }, customCss: '@import "x";' })) as {
			problems: object[];
		};
		expect(problems).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ field: 'signUp.identifiers', blocks: false }),
				expect.objectContaining({ field: 'signIn.methods', blocks: true }),
				expect.objectContaining({ field: 'customCss', flaw: 'css_at_rule', line: 1, column: 1, blocks: true })
			])
		);
		expect(await publishDraft(services, ada, {})).toMatchObject({ ok: false });
	});
});

describe('the log', () => {
	it('names who began a draft and not every key of theirs, and who published which version of what', async () => {
		for (const primaryColor of ['#553399', '#553390', '#553391']) await write(ada, { color: { primaryColor } });
		await write(bo, purple);
		await publishDraft(services, bo, {});
		const versions = await listVersions(services, page);
		const [published, initial] = versions.ok ? versions.value.items : [];
		expect(published).toMatchObject({ kind: 'publish', fields: ['color'], userId: 'bo' });
		await restoreVersion(services, ada, initial?.id ?? '');
		expect(await logged()).toEqual(
			expect.arrayContaining([
				{ key: 'Management.Settings.Draft', actorId: 'ada', details: undefined },
				{ key: 'Management.Settings.Draft', actorId: 'bo', details: undefined },
				{
					key: 'Management.Settings.Publish',
					actorId: 'bo',
					details: { version: published?.id, fields: ['color'] }
				},
				{
					key: 'Management.Settings.Restore',
					actorId: 'ada',
					details: { restored: initial?.id, version: expect.any(String), fields: ['color'] }
				}
			])
		);
		expect(await logged()).toHaveLength(4);
	});
});
