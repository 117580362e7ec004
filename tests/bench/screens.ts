// Rows: what every screen weighs and asks for, and how soon and how steadily a phone on a slow network shows it.
import { chromium, type Browser, type Page } from '@playwright/test';
import { authorizationRequest } from '../../src/testing/authorization-request.ts';
import { fixtures } from '../../src/lib/experience/screens/fixtures.ts';
import { launchOptions } from '../support/browser.ts';
import { must, openVisitor, type Visitor } from './browser.ts';
import { weigh } from './first-flight.ts';
import type { Row } from './row.ts';
import type { Stand } from './stand.ts';

/** A phone on a poor network: 150 ms there and back, 1.6 Mbit/s down. No throttled CPU: its factor differs by machine. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const phone = { width: 390, height: 844 };

/** English, and one of the two languages that weigh most: three bytes a letter. */
const weighed = { usual: 'en', longest: 'hi' };

type Painted = { lcp: number; cls: number; nodes: number };
type Weight = { page: number; script: number; requests: number };
type Screen = { name: string; state: string; usual: Weight; longest: Weight; painted: Painted; requests: number };

export async function measureScreens({ foyer, application }: Stand): Promise<Row[]> {
	const browser = await chromium.launch(launchOptions);
	try {
		const visitor = openVisitor(foyer.origin);
		// The first page of a browser that has just begun is slower than all others.
		await paint(browser, `${foyer.origin}/studio/preview/go/signed-in`);
		const { address } = authorizationRequest(`${foyer.origin}/oidc`, application);
		const first = await paint(browser, address);
		const screens: Screen[] = [];
		for (const [name, { states }] of Object.entries(fixtures)) {
			const { state, ...weights } = await heaviestOf(visitor, foyer.origin, name, Object.keys(states));
			const painted = await paint(browser, addressOf(foyer.origin, name, state, weighed.longest));
			screens.push({ name, state, painted, ...weights });
		}
		return [...wayRows(first), ...screens.map(screenRow), ...screensRows(screens)];
	} finally {
		await browser.close();
	}
}

function wayRows({ lcp, cls }: Painted): Row[] {
	const name = 'from the application to its sign-in: largest paint';
	return [
		{ name, value: lcp, unit: 'ms', aim: { most: 700 } },
		{ name: 'layout shift on the way', value: cls, aim: { most: 0 } }
	];
}

function screenRow({ name, state, usual, longest, painted, requests }: Screen): Row {
	const weights = `${weighed.usual} ${usual.page} B, ${weighed.longest} ${longest.page} B, script ${longest.script} B`;
	const seen = `${painted.nodes} nodes, painted after ${Math.round(painted.lcp)} ms, shift ${painted.cls.toFixed(3)}`;
	const note = `${state}: ${weights}, ${requests} requests, ${seen}`;
	return { name, value: Math.max(usual.page, longest.page), unit: 'B', aim: { most: 14_336 }, note };
}

/** What holds for each of them, as the worst one has it. */
function screensRows(screens: Screen[]): Row[] {
	const worst = (valueOf: (screen: Screen) => number) => {
		const value = Math.max(...screens.map(valueOf));
		const those = screens.filter((screen) => valueOf(screen) === value);
		return { value, note: those.length < screens.length ? those.map(({ name }) => name).join(', ') : 'all of them' };
	};
	return [
		{ name: 'requests of a screen, icon included', aim: { most: 3 }, ...worst(({ requests }) => requests) },
		{ name: 'layout shift of a screen', aim: { most: 0 }, ...worst(({ painted }) => painted.cls) }
	];
}

/** The state that is heaviest in the longest language; `requests` are the most that any of them makes. */
async function heaviestOf(visitor: Visitor, origin: string, screen: string, states: string[]) {
	const weighIn = async (state: string, language: string): Promise<Weight> => {
		const address = addressOf(origin, screen, state, language);
		return weigh(await must(await visitor.send('GET', address), 200), new URL(address), isNoRuler);
	};
	const all = await Promise.all(
		states.map(async (state) => ({
			state,
			usual: await weighIn(state, weighed.usual),
			longest: await weighIn(state, weighed.longest)
		}))
	);
	const heaviest = all.reduce((most, one) => (one.longest.page > most.longest.page ? one : most));
	return { ...heaviest, requests: Math.max(...all.map(({ longest }) => longest.requests)) };
}

/** The studio's own script, which measures its frames: no page that people meet has it. */
const isNoRuler = ({ pathname }: URL) => !pathname.includes('/measured-frame.');

function addressOf(origin: string, screen: string, state: string, lang: string): string {
	return `${origin}/studio/preview/${screen}/${state}?${new URLSearchParams({ lang })}`;
}

/** The median of three, each in a browser context of its own: nothing is cached, nobody is connected. */
async function paint(browser: Browser, address: string): Promise<Painted> {
	const seen = [
		await paintOnce(browser, address),
		await paintOnce(browser, address),
		await paintOnce(browser, address)
	];
	seen.sort((one, other) => one.lcp - other.lcp);
	return { lcp: seen[1]?.lcp ?? 0, cls: Math.max(...seen.map(({ cls }) => cls)), nodes: seen[0]?.nodes ?? 0 };
}

async function paintOnce(browser: Browser, address: string) {
	const context = await browser.newContext({ viewport: phone, deviceScaleFactor: 2, locale: 'en-US' });
	try {
		const page = await context.newPage();
		const devtools = await context.newCDPSession(page);
		await devtools.send('Network.enable');
		await devtools.send('Network.emulateNetworkConditions', network);
		await page.goto(address, { waitUntil: 'load' });
		return await readVitals(page);
	} finally {
		await context.close();
	}
}

/** Times count from the start of the navigation, redirects included. */
function readVitals(page: Page): Promise<Painted> {
	return page.evaluate(async () => {
		const entriesOf = (type: string) =>
			new Promise<PerformanceEntry[]>((resolve) => {
				const found: PerformanceEntry[] = [];
				new PerformanceObserver((list) => void found.push(...list.getEntries())).observe({ type, buffered: true });
				setTimeout(() => resolve(found), 300);
			});
		const [paints, shifts] = await Promise.all([entriesOf('largest-contentful-paint'), entriesOf('layout-shift')]);
		return {
			lcp: paints.at(-1)?.startTime ?? 0,
			cls: shifts.reduce((sum, shift) => sum + ((shift as PerformanceEntry & { value: number }).value ?? 0), 0),
			nodes: document.querySelectorAll('*').length
		};
	});
}
