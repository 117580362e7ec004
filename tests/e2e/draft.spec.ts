// The draft of the sign-in experience, where things go wrong: a value half typed, no network, somebody else at the same time.
import { expect, test } from '@playwright/test';
import { openMachine } from '../support/management.ts';
import { openConsole } from '../support/console.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
test.beforeAll(async () => {
	foyer = await startFoyer({
		settings: { branding: { name: 'Poppy Field', logoUrl: '/favicon.svg' }, forgotPasswordMethods: [] }
	});
});
test.afterAll(() => foyer.stop());

test(
	'what cannot be kept is said and never lost, and nobody publishes what they have not seen',
	{ tag: '@script' },
	async ({ page }) => {
		test.setTimeout(90_000);
		const machine = await openMachine(foyer);
		const live = async () => (await machine.api('GET', 'sign-in-exp')).body as Record<string, unknown>;
		await openConsole(page, foyer);
		await page.goto(`${foyer.origin}/console/sign-in-experience`);
		const preview = page.frameLocator('iframe[title="Live preview"]');
		const publish = page.getByRole('button', { name: 'Publish', exact: true });
		const dialog = page.getByRole('dialog');
		// Drawn by the page's script: from then on it also hears what is pressed.
		await expect(preview.getByText('Poppy Field').first()).toBeVisible();
		await page.getByRole('tab', { name: 'Branding' }).click();
		const logo = page.getByRole('textbox', { name: 'Logo', exact: true });
		const colour = page.getByRole('textbox', { name: 'Brand colour', exact: true });

		await test.step('a value half typed is named beside its field, and the rest is drawn', async () => {
			await logo.fill('htt');
			await expect(page.getByText('A picture begins with /')).toBeVisible();
			await expect(logo).toHaveAttribute('aria-invalid', 'true');
			await expect(page.getByText('Not kept: something is not finished.')).toBeVisible();
			await expect(page.getByRole('tab', { name: 'Branding (1)' })).toBeVisible();
			await expect(preview.getByText('Poppy Field').first()).toBeVisible();
			await publish.click();
			await expect(dialog).toBeHidden();
			await colour.fill('#12');
			await expect(page.getByText('A colour is #')).toBeVisible();
			await colour.fill('#539');
			await expect(page.getByText('A colour is #')).toBeHidden();
			await logo.fill('');
			await expect(page.getByText('Draft kept')).toBeVisible();
		});

		await test.step('a logo is taken away', async () => {
			await publish.click();
			await dialog.getByRole('button', { name: 'Publish' }).click();
			await expect(page.getByText('This is what people meet from now on.')).toBeVisible();
			expect(await live()).toMatchObject({ branding: { name: 'Poppy Field' }, color: { primaryColor: '#539' } });
			expect((await live()).branding).not.toHaveProperty('logoUrl');
		});

		await test.step('without a network nothing is published, and it is kept once there is one', async () => {
			await page.context().setOffline(true);
			await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Cornflower');
			await expect(page.getByText('Not kept: no connection.')).toBeVisible();
			await publish.click();
			await expect(dialog).toBeHidden();
			await page.context().setOffline(false);
			await expect(page.getByText('Draft kept')).toBeVisible();
		});

		await test.step('somebody else’s draft is neither replaced nor published unseen', async () => {
			await machine.api('PUT', 'sign-in-exp/draft', { supportEmail: 'help@shop.example' });
			await publish.click();
			await dialog.getByRole('button', { name: 'Publish' }).click();
			await expect(page.getByText('Somebody else has changed the draft meanwhile.')).toBeVisible();
			expect(await live()).toMatchObject({ branding: { name: 'Poppy Field' }, supportEmail: null });
			await page.getByRole('button', { name: 'Replace theirs with mine' }).click();
			await expect(page.getByText('Draft kept')).toBeVisible();
		});

		await test.step('second factors, usernames and addresses have forms, and their rules bite there', async () => {
			await page.getByRole('tab', { name: 'Second factors' }).click();
			await page.getByLabel('Backup codes').check();
			await expect(page.getByText('Backup codes need another factor.')).toBeVisible();
			await page.getByLabel('Authenticator app').check();
			await expect(page.getByText('Backup codes need another factor.')).toBeHidden();
			await page.getByRole('tab', { name: 'Names and addresses' }).click();
			await page.getByLabel('Shortest', { exact: true }).fill('4');
			await page.getByLabel('Refused', { exact: true }).fill('@spam.example');
			await page.getByRole('tab', { name: 'Passwords' }).click();
			await page.getByLabel('Passwords end after a while').check();
			await expect(page.getByText('Passwords may expire only where people can set a new one.')).toBeVisible();
			await page.getByLabel('Passwords end after a while').uncheck();
			await expect(page.getByText('Draft kept')).toBeVisible();
			await publish.click();
			await dialog.getByRole('button', { name: 'Publish' }).click();
			await expect(page.getByText('This is what people meet from now on.')).toBeVisible();
			expect(await live()).toMatchObject({
				branding: { name: 'Cornflower' },
				mfa: { factors: ['BackupCode', 'Totp'] },
				usernamePolicy: { minLength: 4 },
				emailBlocklistPolicy: { customBlocklist: ['@spam.example'] }
			});
		});

		await test.step('history says who, and what going back would change', async () => {
			await page.getByRole('tab', { name: 'History' }).click();
			await expect(page.getByRole('link', { name: 'admin@foyer.example' }).first()).toBeVisible();
			await page.getByRole('button', { name: 'Bring back' }).first().click();
			await expect(page.getByRole('alertdialog')).toContainText('usernamePolicy');
			await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
			await page.goto(`${foyer.origin}/console/logs?kind=Management`);
			await expect(page.getByText('Management.Settings.Publish').first()).toBeVisible();
			await expect(page.getByRole('main').getByRole('link', { name: 'admin@foyer.example' }).first()).toBeVisible();
		});
	}
);
