// Rows: what every screen weighs, and how soon and how steadily a phone on a slow network shows it.
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

export async function measureScreens({ foyer, application }: Stand): Promise<Row[]> {
	const browser = await chromium.launch(launchOptions);
	try {
		const visitor = openVisitor(foyer.origin);
		// The first page of a browser that has just begun is slower than all others.
		await paint(browser, `${foyer.origin}/studio/preview/go/signed-in`);
		const rows: Row[] = [];
		const { address } = authorizationRequest(`${foyer.origin}/oidc`, application);
		const first = await paint(browser, address);
		rows.push({
			name: 'from the application to its sign-in: largest paint',
			value: first.lcp,
			unit: 'ms',
			aim: { most: 700 }
		});
		rows.push({ name: 'layout shift on the way', value: first.cls, aim: { most: 0 } });
		for (const [screen, { states }] of Object.entries(fixtures)) {
			const heaviest = await heaviestOf(visitor, foyer.origin, screen, Object.keys(states));
			const { lcp, cls, nodes } = await paint(browser, heaviest.address);
			const facts = `${heaviest.state}: ${heaviest.requests} requests, script ${heaviest.script} B, ${nodes} nodes`;
			const note = `${facts}, painted after ${Math.round(lcp)} ms, shift ${cls.toFixed(3)}`;
			rows.push({ name: screen, value: heaviest.page, unit: 'B', aim: { most: 14_336 }, note });
		}
		return rows;
	} finally {
		await browser.close();
	}
}

async function heaviestOf(visitor: Visitor, origin: string, screen: string, states: string[]) {
	const weighed = await Promise.all(
		states.map(async (state) => {
			const address = `${origin}/studio/preview/${screen}/${state}`;
			const response = await must(await visitor.send('GET', address), 200);
			return { state, address, ...(await weigh(response, new URL(address))) };
		})
	);
	return weighed.reduce((heaviest, one) => (one.page > heaviest.page ? one : heaviest));
}

/** The median of three, each in a browser context of its own: nothing is cached, nobody is connected. */
async function paint(browser: Browser, address: string): Promise<{ lcp: number; cls: number; nodes: number }> {
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
function readVitals(page: Page): Promise<{ lcp: number; cls: number; nodes: number }> {
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
