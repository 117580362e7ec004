import type { MailWords } from '../words.ts';

export const faIR: MailWords = {
	language: 'fa-IR',
	direction: 'rtl',
	code: {
		SignIn: { title: 'کد ورود شما', subject: 'کد ورود شما به {application}' },
		Register: { title: 'کد ثبت‌نام شما', subject: 'کد ثبت‌نام شما در {application}' },
		ForgotPassword: { title: 'کد بازنشانی رمز عبور شما', subject: 'کد بازنشانی رمز عبور شما در {application}' },
		Generic: { title: 'کد تأیید شما', subject: 'کد تأیید شما در {application}' }
	},
	instruction: 'آن را در صفحه‌ای وارد کنید که کد را از آن خواستید.',
	expiry: 'فقط یک بار و تا {duration} قابل استفاده است.',
	warning: 'اگر شما این کد را نخواسته‌اید، این ایمیل را نادیده بگیرید. کد را به هیچ‌کس ندهید.',
	notices: {
		'password-reset': {
			title: 'رمز عبورتان تغییر کرد',
			subject: 'رمز عبورتان در {application} تغییر کرد',
			text: 'رمز عبور جدیدی از راه «رمز عبور را فراموش کرده‌اید؟» ساخته شد. در همهٔ دستگاه‌ها از حسابتان خارج شدید؛ با رمز جدید وارد شوید.'
		},
		'password-changed': {
			title: 'رمز عبورتان تغییر کرد',
			subject: 'رمز عبورتان در {application} تغییر کرد',
			text: 'یکی از مسئولان سرویس برای حسابتان رمز عبور جدیدی گذاشت. در همهٔ دستگاه‌ها از حسابتان خارج شدید.'
		},
		'password-added': {
			title: 'حسابتان اکنون رمز عبور دارد',
			subject: 'حسابتان در {application} اکنون رمز عبور دارد',
			text: 'برای نخستین بار رمز عبوری ساخته شد. از این پس با آن هم می‌توان وارد حسابتان شد.'
		},
		'factor-added': {
			title: 'گام دومی به حسابتان افزوده شد',
			subject: 'گام دومی به حسابتان در {application} افزوده شد',
			text: 'برای ورود، یک برنامهٔ احراز هویت، کلید عبور یا کدهای پشتیبان تنظیم شد.'
		}
	},
	noticeWarning: 'اگر کار شما نبوده است، فوراً رمز عبور جدیدی بسازید و به مسئولان سرویس خبر دهید.'
};
