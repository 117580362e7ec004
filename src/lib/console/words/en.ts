// The console in English. Its shape is what every other language must have.
import { applications } from './en/applications.ts';
import { connectors } from './en/connectors.ts';
import { experience } from './en/experience.ts';
import { health, logs, users, webhooks } from './en/operations.ts';
import { screens } from './en/screens.ts';
import { states } from './en/states.ts';
import { texts } from './en/texts.ts';

export const words = {
	locale: 'en',
	console: 'Foyer console',
	accountPage: 'Account page',
	navigation: 'Console',
	menu: 'Menu',
	close: 'Close',
	cancel: 'Cancel',
	save: 'Save changes',
	leave: 'What you changed is not saved yet. Leave anyway?',
	loading: 'Loading …',
	saved: 'Saved.',
	copy: 'Copy',
	copied: 'Copied',
	copyOf: (name: string) => `Copy ${name}`,
	skip: 'Skip to content',
	signOut: 'Sign out',
	none: '–',
	more: 'More settings',
	tryAgain: 'Try again',
	unreachable: 'Foyer did not answer. Try again in a moment.',
	places: {
		start: 'Get started',
		applications: 'Applications',
		connectors: 'Connectors',
		experience: 'Sign-in experience',
		texts: 'Texts',
		users: 'Users',
		logs: 'Logs',
		webhooks: 'Webhooks',
		health: 'Health',
		account: 'Your account'
	},
	door: {
		over: 'Your sign-in has ended. What you typed is still here: sign in again in another window, then go on.',
		changed: (name: string) =>
			`${name} is signed in to this browser now. This page was opened by somebody else, and nothing is sent from it any more.`,
		reload: 'Load it anew',
		signedOut: 'You are signed out',
		signedOutLead: 'Nobody can change anything with this browser until an administrator signs in again.',
		signIn: 'Sign in',
		refused: 'This account is no administrator',
		refusedLead: 'You are signed in, but not to manage Foyer. Whoever runs this installation can give you the right:',
		other: 'Use another account'
	},
	failure: {
		title: 'That did not work',
		lead: 'Foyer could not answer. Try again in a moment; nothing was changed.',
		missing: 'There is nothing here',
		missingLead: 'It may have been removed, or the address is not complete.',
		reference: 'Reference:'
	},
	start: {
		title: 'Get started',
		lead: 'Four steps from here to the first person who signs in to your application.',
		done: 'Done',
		application: 'Create an application',
		applicationLead: 'Tell Foyer where your users come from and go back to. The guide has the code for your framework.',
		connector: 'Set up a connector',
		connectorLead: 'Codes travel by text message or mail: Aliyun, or another provider.',
		experience: 'Shape the sign-in experience',
		experienceLead: 'Choose what people sign in and sign up with, and make the pages yours.',
		user: 'Sign the first person up',
		userLead: 'Open your application, press “Sign in”, and watch them appear under Users.',
		password: 'Set a password for yourself',
		passwordLead: 'The link that brought you here works once. With a password you can come back.'
	},
	account: {
		title: 'Your account',
		lead: 'What you sign in to the console with. It works whatever the sign-in experience allows.',
		email: 'Email address',
		username: 'Username',
		usernameHint: 'Optional, instead of the address.',
		password: 'New password',
		passwordHint: 'At least eight characters, and none that everybody uses.',
		passwordSaved: 'Your password is set. Keep it somewhere safe.',
		setPassword: 'Set password',
		profile: 'Who you are',
		changed: 'Somebody else is signed in to this browser now. Nothing was changed.',
		needed: 'An administrator needs an email address: the way back in goes to it.'
	},
	stale: {
		lead: 'Whoever changes what people sign in with has signed in within the last ten minutes. By password, or with a new link of “foyer admin link”.',
		signIn: 'Sign in again'
	},
	applications,
	connectors,
	experience,
	screens,
	states,
	texts,
	users,
	logs,
	webhooks,
	health
};

export type Words = typeof words;
