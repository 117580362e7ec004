// Which Chromium the tests drive, and how.
import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

/** The shell first: the same engine without a window of its own, for a little more than half of the CPU. */
const places = [
	process.env.FOYER_CHROMIUM,
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome'
];

/** The system's browser, or undefined: then Playwright's own is tried. */
export const chromiumPath = places.find((place) => place !== undefined && existsSync(place));

export const launchOptions: LaunchOptions = {
	executablePath: chromiumPath,
	args: [
		// Containers run as root, where Chromium's own sandbox does not start.
		'--no-sandbox',
		'--disable-gpu',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--disable-quic'
	]
};
