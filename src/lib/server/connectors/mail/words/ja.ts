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
		},
		'password-replaced': {
			title: 'パスワードが変更されました',
			subject: '{application}のパスワードが変更されました',
			text: 'アカウントページで新しいパスワードが設定されました。ほかの端末からはログアウトされています。'
		},
		'factor-removed': {
			title: '2段階認証が解除されました',
			subject: '{application}：2段階認証が解除されました',
			text: '認証アプリ、パスキーまたはバックアップコードが削除されたか、2段階認証がオフになりました。'
		},
		'second-step-off': {
			title: '2段階認証がオフになりました',
			subject: '{application}：2段階認証がオフになりました',
			text: 'サービスの管理者がオフにしました。ログイン時に確認されなくなります。'
		},
		'second-step-on': {
			title: '2段階認証がオンになりました',
			subject: '{application}：2段階認証がオンになりました',
			text: 'サービスの管理者がオンにしました。ログイン時に再び確認されます。'
		},
		'browser-copied': {
			title: '信頼済みの端末で、再び2段階認証を求めます',
			subject: '{application}：信頼済みの端末で、再び2段階認証を求めます',
			text: '端末を見分けるための情報が、複製されたかのように2回使われました。その端末での次回のログイン時に、2段階認証を求めます。'
		},
		'email-changed': {
			title: 'メールアドレスが変更されました',
			subject: '{application}：メールアドレスが変更されました',
			text: 'この操作はアカウントページで行われました。'
		},
		'phone-changed': {
			title: '電話番号が変更されました',
			subject: '{application}：電話番号が変更されました',
			text: 'この操作はアカウントページで行われました。'
		},
		'username-changed': {
			title: 'ユーザー名が変更されました',
			subject: '{application}：ユーザー名が変更されました',
			text: 'この操作はアカウントページで行われました。'
		},
		'account-deleted': {
			title: 'アカウントが削除されました',
			subject: '{application}：アカウントが削除されました',
			text: 'アカウントページで、保存されていた内容とともに削除されました。'
		}
	},
	noticeWarning: 'お心当たりがない場合は、すぐに新しいパスワードを設定し、サービスの運営者にご連絡ください。'
};
