import type { MailWords } from '../words.ts';

export const ja: MailWords = {
	language: 'ja',
	direction: 'ltr',
	code: {
		SignIn: { title: 'ログイン用の認証コード', subject: '{application}のログイン用認証コード' },
		Register: { title: 'アカウント作成用の認証コード', subject: '{application}のアカウント作成用認証コード' },
		ForgotPassword: { title: 'パスワード再設定用の認証コード', subject: '{application}のパスワード再設定用認証コード' },
		Generic: { title: '認証コード', subject: '{application}の認証コード' }
	},
	instruction: '認証コードを送信した画面で入力してください。',
	expiry: '有効期限は{duration}です。一度だけ使えます。',
	warning: 'お心当たりがない場合は、このメールを無視してください。認証コードは誰にも教えないでください。',
	notices: {
		'password-reset': {
			title: 'パスワードが変更されました',
			subject: '{application}のパスワードが変更されました',
			text: '「パスワードをお忘れですか？」から、新しいパスワードが設定されました。すべての端末からログアウトされています。新しいパスワードでログインしてください。'
		},
		'password-changed': {
			title: 'パスワードが変更されました',
			subject: '{application}のパスワードが変更されました',
			text: 'サービスの管理者が、あなたのアカウントに新しいパスワードを設定しました。すべての端末からログアウトされています。'
		},
		'password-added': {
			title: 'パスワードが設定されました',
			subject: '{application}のアカウントにパスワードが設定されました',
			text: 'アカウントにはじめてパスワードが設定されました。今後は、このパスワードでもログインできます。'
		},
		'factor-added': {
			title: '2段階認証が設定されました',
			subject: '{application}のアカウントに2段階認証が設定されました',
			text: 'ログイン用に、認証アプリ、パスキー、またはバックアップコードが設定されました。'
		}
	},
	noticeWarning: 'お心当たりがない場合は、すぐに新しいパスワードを設定し、サービスの運営者にご連絡ください。'
};
