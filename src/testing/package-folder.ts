// Where Foyer lies: a checkout, whose sources Node runs as they are, or an installed package, which holds them compiled.
import path from 'node:path';

export const packageFolder = path.resolve(import.meta.dirname, '../..');
/**
 * `.ts` in a checkout, `.js` in a package: Node strips no types inside node_modules. Foyer's own tests name a bundle of
 * it, which starts in half the time.
 */
export const foyerCommand =
	process.env.FOYER_TEST_COMMAND ??
	path.resolve(import.meta.dirname, '../cli', `foyer${path.extname(import.meta.filename)}`);
