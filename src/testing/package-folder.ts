// Where Foyer lies: a checkout, whose sources Node runs as they are, or an installed package, which holds them compiled.
import path from 'node:path';

export const packageFolder = path.resolve(import.meta.dirname, '../..');
/** `.ts` in a checkout, `.js` in a package: Node strips no types inside node_modules. */
export const foyerCommand = path.resolve(import.meta.dirname, '../cli', `foyer${path.extname(import.meta.filename)}`);
