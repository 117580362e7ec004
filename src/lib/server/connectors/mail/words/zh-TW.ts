import type { MailWords } from '../words.ts';

export const zhTW: MailWords = {
	language: 'zh-TW',
	direction: 'ltr',
	code: {
		SignIn: { title: '登入驗證碼', subject: '{application} 登入驗證碼' },
		Register: { title: '註冊驗證碼', subject: '{application} 註冊驗證碼' },
		ForgotPassword: { title: '重設密碼驗證碼', subject: '{application} 重設密碼驗證碼' },
		Generic: { title: '驗證碼', subject: '{application} 驗證碼' }
	},
	instruction: '請在取得驗證碼的頁面中輸入。',
	expiry: '{duration}內有效，僅限使用一次。',
	warning: '如果不是你要求的，請忽略這封郵件。請勿將驗證碼告訴任何人。',
	notices: {
		'password-reset': {
			title: '密碼已變更',
			subject: '{application} 密碼已變更',
			text: '已透過「忘記密碼」設定新密碼，所有裝置都已登出。請使用新密碼登入。'
		},
		'password-changed': {
			title: '密碼已變更',
			subject: '{application} 密碼已變更',
			text: '服務管理員為你的帳號設定了新密碼，所有裝置都已登出。'
		},
		'password-added': {
			title: '帳號已設定密碼',
			subject: '{application} 帳號已設定密碼',
			text: '你的帳號首次設定了密碼，之後也可以使用密碼登入。'
		},
		'factor-added': {
			title: '帳號已設定兩步驟驗證',
			subject: '{application} 帳號已設定兩步驟驗證',
			text: '你的帳號設定了驗證器應用程式、通行密鑰或備用碼，用於登入驗證。'
		},
		'password-replaced': {
			title: '密碼已變更',
			subject: '{application} 密碼已變更',
			text: '你在帳號頁面設定了新密碼，其他裝置上的登入已全部登出。'
		},
		'factor-removed': {
			title: '帳號的兩步驟驗證已變更',
			subject: '{application} 帳號的兩步驟驗證已變更',
			text: '有驗證器、通行密鑰或備用碼被移除，或兩步驟驗證已關閉。'
		},
		'second-step-off': {
			title: '兩步驟驗證已關閉',
			subject: '{application}：兩步驟驗證已關閉',
			text: '服務管理員關閉了你帳號的兩步驟驗證，登入時將不再要求驗證。'
		},
		'second-step-on': {
			title: '兩步驟驗證已啟用',
			subject: '{application}：兩步驟驗證已啟用',
			text: '服務管理員啟用了你帳號的兩步驟驗證，登入時將再次要求驗證。'
		},
		'browser-copied': {
			title: '受信任的裝置已恢復兩步驟驗證',
			subject: '{application}：受信任的裝置已恢復兩步驟驗證',
			text: '用來識別該裝置的資訊被使用了兩次，可能已遭他人複製。該裝置下次登入時將再次進行兩步驟驗證。'
		},
		'email-changed': {
			title: '電子郵件地址已變更',
			subject: '{application} 電子郵件地址已變更',
			text: '這項變更是在帳號頁面進行的。'
		},
		'phone-changed': {
			title: '手機號碼已變更',
			subject: '{application} 手機號碼已變更',
			text: '這項變更是在帳號頁面進行的。'
		},
		'username-changed': {
			title: '使用者名稱已變更',
			subject: '{application} 使用者名稱已變更',
			text: '這項變更是在帳號頁面進行的。'
		},
		'account-deleted': {
			title: '帳號已刪除',
			subject: '{application} 帳號已刪除',
			text: '帳號已在帳號頁面刪除，其中儲存的內容已一併刪除。'
		}
	},
	noticeWarning: '如果不是你本人的操作，請立即重新設定密碼，並通知服務提供者。'
};
