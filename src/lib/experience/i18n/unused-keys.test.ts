// Words that nobody says any more are taken out of the catalogues.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { passwordIssueCodes } from '../../contract/password-policy.ts';
import { statusOf } from '../../contract/problems.ts';

const source = path.join(import.meta.dirname, '../../..');
const files = globSync('**/*.{ts,svelte}', { cwd: source })
	.filter((file) => !file.includes('paraglide') && !file.endsWith('.test.ts'))
	.map((file) => readFileSync(path.join(source, file), 'utf8'));
const english = JSON.parse(readFileSync(path.join(source, '../messages/en.json'), 'utf8')) as Record<string, unknown>;

const quoted = new Set(
	files.flatMap((text) => [...text.matchAll(/['"`](\w+(?:\.\w+)*)['"`]/g)].map(([, word]) => word))
);
/** `use_${kind}` says every key that begins so; the variable part alone would say them all. */
const composed = files
	.flatMap((text) => [...text.matchAll(/text\([^`)]*`(\w+(?:\$\{[^}]+\}\w*)+)`/g)].map(([, template = '']) => template))
	.filter((template) => !template.startsWith('error_'))
	.map((template) => new RegExp(`^${template.replaceAll(/\$\{[^}]+\}/g, '\\w+')}$`));
/** `${stem}_title`, in a file that names the stems. */
const stemmed = files.flatMap((text) => {
	const endings = [...text.matchAll(/text\(\s*`\$\{\w+\}(_\w+)`/g)].map(([, ending]) => ending);
	const stems = [...text.matchAll(/'(\w+)'/g)].map(([, stem]) => stem);
	return endings.flatMap((ending) => stems.map((stem) => `${stem}${ending}`));
});
const refusals = new Set(
	[...Object.keys(statusOf), ...passwordIssueCodes].map((code) => `error_${code.replaceAll('.', '_')}`)
);

function isSaid(key: string): boolean {
	if (quoted.has(key) || stemmed.includes(key) || composed.some((pattern) => pattern.test(key))) return true;
	const refusal = key.replace(/_one_(way|country)$/, '');
	return refusals.has(refusal.replace(/_(tries|soon|when|newcomers|email|min|max)$/, '')) || refusals.has(refusal);
}

it('every text is said somewhere', () => {
	const unused = Object.keys(english).filter((key) => key !== '$schema' && !isSaid(key));
	expect(unused).toEqual([]);
});
