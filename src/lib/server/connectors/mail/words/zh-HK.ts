import type { MailWords } from '../words.ts';

export const zhHK: MailWords = {
	language: 'zh-HK',
	direction: 'ltr',
	code: {
		SignIn: { title: '登入驗證碼', subject: '{application} 登入驗證碼' },
		Register: { title: '登記驗證碼', subject: '{application} 登記驗證碼' },
		ForgotPassword: { title: '重設密碼驗證碼', subject: '{application} 重設密碼驗證碼' },
		Generic: { title: '驗證碼', subject: '{application} 驗證碼' }
	},
	instruction: '請在索取驗證碼的頁面輸入。',
	expiry: '{duration}內有效，只可使用一次。',
	warning: '如非由你索取，毋須理會此電郵。切勿將驗證碼告訴任何人。',
	notices: {
		'password-reset': {
			title: '密碼已更改',
			subject: '{application} 密碼已更改',
			text: '已透過「忘記密碼」設定新密碼，所有裝置均已登出。請使用新密碼登入。'
		},
		'password-changed': {
			title: '密碼已更改',
			subject: '{application} 密碼已更改',
			text: '服務管理員為你的帳戶設定了新密碼，所有裝置均已登出。'
		},
		'password-added': {
			title: '帳戶已設定密碼',
			subject: '{application} 帳戶已設定密碼',
			text: '你的帳戶首次設定了密碼，日後亦可使用密碼登入。'
		},
		'factor-added': {
			title: '帳戶已設定雙重驗證',
			subject: '{application} 帳戶已設定雙重驗證',
			text: '你的帳戶設定了驗證器應用程式、通行密鑰或備用碼，用於登入驗證。'
		},
		'password-replaced': {
			title: '密碼已更改',
			subject: '{application} 密碼已更改',
			text: '你在帳戶頁面設定了新密碼，其他裝置上的登入已全部登出。'
		},
		'factor-removed': {
			title: '帳戶的雙重驗證已更改',
			subject: '{application} 帳戶的雙重驗證已更改',
			text: '有驗證器、通行密鑰或備用碼被移除，或雙重驗證已關閉。'
		},
		'second-step-off': {
			title: '雙重驗證已關閉',
			subject: '{application}：雙重驗證已關閉',
			text: '服務管理員關閉了你帳戶的雙重驗證，登入時將不再要求驗證。'
		},
		'second-step-on': {
			title: '雙重驗證已開啟',
			subject: '{application}：雙重驗證已開啟',
			text: '服務管理員開啟了你帳戶的雙重驗證，登入時將再次要求驗證。'
		},
		'browser-copied': {
			title: '受信任的裝置已恢復雙重驗證',
			subject: '{application}：受信任的裝置已恢復雙重驗證',
			text: '用來識別該裝置的資料被使用了兩次，可能已被他人複製。該裝置下次登入時將再次進行雙重驗證。'
		},
		'email-changed': {
			title: '電郵地址已更改',
			subject: '{application} 電郵地址已更改',
			text: '這項更改是在帳戶頁面進行的。'
		},
		'phone-changed': {
			title: '手機號碼已更改',
			subject: '{application} 手機號碼已更改',
			text: '這項更改是在帳戶頁面進行的。'
		},
		'username-changed': {
			title: '使用者名稱已更改',
			subject: '{application} 使用者名稱已更改',
			text: '這項更改是在帳戶頁面進行的。'
		},
		'account-deleted': {
			title: '帳戶已刪除',
			subject: '{application} 帳戶已刪除',
			text: '帳戶已在帳戶頁面刪除，當中儲存的內容已一併刪除。'
		}
	},
	noticeWarning: '如非你本人操作，請立即重新設定密碼，並通知服務供應商。'
};
