import { describe, expect, it } from 'vitest';
import { languages as spoken } from '../../../contract/languages.ts';
import type { Message, Notice } from '../../usecases/ports.ts';
import { formatMinutes, mailWords } from './languages.ts';
import { writeMail, writeNotice } from './mail.ts';

const types: Message['type'][] = ['SignIn', 'Register', 'ForgotPassword', 'Generic'];
const notices: Notice['what'][] = ['password-reset', 'password-changed', 'password-added', 'factor-added'];

describe.each(spoken)('mail in $name', ({ code: locale }) => {
	it('is written in that language', () => {
		expect(mailWords(locale).language).toBe(locale);
	});

	it.each(types)('says everything for %s, and leaves no placeholder', (type) => {
		const message = { to: 'a@example.com', type, code: '012345', locale, minutes: 5 };
		for (const applicationName of [undefined, 'Acme']) {
			const { subject, html, text } = writeMail({ ...message, applicationName });
			expect(subject.includes('Acme')).toBe(Boolean(applicationName));
			expect(html).toContain(`lang="${locale}" dir="${/^(ar|fa|he)/.test(locale) ? 'rtl' : 'ltr'}"`);
			expect(text).toMatch(/5/);
			expect(subject + html.replace(/<style>.*<\/style>/s, '') + text).not.toMatch(/[{}]|undefined/);
		}
	});

	it.each(notices)('tells of %s without a link', (what) => {
		const { subject, html, text = '' } = writeNotice({ to: 'a@example.com', what, locale, applicationName: 'Acme' });
		expect(subject).toContain('Acme');
		expect(html).not.toMatch(/https?:|<a /);
		expect(text.split('\n\n').length).toBe(4);
	});
});

it('sets a Japanese number close to its unit', () => {
	expect(formatMinutes('ja', 5)).toBe('5分');
	expect(formatMinutes('en', 5)).toBe('5 minutes');
});
