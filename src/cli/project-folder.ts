// Where this checkout or installation of Foyer lies, whatever folder the tool was called from.
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
