import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { fileOf, readWanted } from '../atlas/cells.ts';
import { differingPixels } from '../atlas/pixels.ts';
import { readLook } from '../atlas/wanted-look.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'foyer-atlas-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the cells of the atlas', () => {
	it('are those that were asked for, in every combination', () => {
		const { cells } = readWanted(['--screen', 'sign-in/phone', '--lang', 'en,ar', '--width', '320,1280,9']);
		expect(cells.map(fileOf)).toEqual([
			'sign-in-phone.en.light.320.png',
			'sign-in-phone.en.light.1280.png',
			'sign-in-phone.en.dark.320.png',
			'sign-in-phone.en.dark.1280.png',
			'sign-in-phone.ar.light.320.png',
			'sign-in-phone.ar.light.1280.png',
			'sign-in-phone.ar.dark.320.png',
			'sign-in-phone.ar.dark.1280.png'
		]);
	});

	it('are all there are where no screen is named', () => {
		expect(readWanted([]).cells.length).toBeGreaterThan(100);
		expect(() => readWanted(['--colour', 'red'])).toThrow(/colour/);
	});
});

describe('the look of the atlas', () => {
	const look = { branding: { name: 'Harbour' }, color: { primaryColor: '#1d4ed8' }, customCss: null };
	const write = (name: string, value: unknown) => {
		const file = path.join(folder, name);
		writeFileSync(file, JSON.stringify(value));
		return file;
	};

	it('is that of a file with settings, or of a draft as the API answers it', async () => {
		expect(await readLook(write('settings.json', { ...look, signInMode: 'SignIn' }))).toEqual(look);
		expect(await readLook(write('draft.json', { settings: look, diff: [], problems: [] }))).toEqual(look);
		await expect(readLook(write('other.json', { name: 'x' }))).rejects.toThrow('has none of branding');
	});

	it('is that of an installation, as everybody may read it', async () => {
		const server = createServer((request, response) =>
			response.end(request.url === '/api/.well-known/sign-in-exp' ? JSON.stringify(look) : undefined)
		).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		expect(await readLook(`http://127.0.0.1:${port}`)).toEqual(look);
		server.close();
	});
});

describe('two pictures', () => {
	const draw = async (name: string, background: string, width = 10) => {
		const file = path.join(folder, name);
		await sharp({ create: { width, height: 10, channels: 3, background } })
			.png()
			.toFile(file);
		return file;
	};

	it('differ by the pixels that anybody would see', async () => {
		const white = await draw('white.png', '#ffffff');
		expect(await differingPixels(white, await draw('almost.png', '#f8f8f8'))).toBe(0);
		expect(await differingPixels(white, await draw('teal.png', '#0d6e62'))).toBe(100);
		expect(await differingPixels(white, await draw('wide.png', '#ffffff', 11))).toBeUndefined();
	});
});
