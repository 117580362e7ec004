import type { MailWords } from '../words.ts';

export const vi: MailWords = {
	language: 'vi',
	direction: 'ltr',
	code: {
		SignIn: { title: 'Mã đăng nhập', subject: 'Mã đăng nhập {application}' },
		Register: { title: 'Mã đăng ký', subject: 'Mã đăng ký {application}' },
		ForgotPassword: { title: 'Mã đặt lại mật khẩu', subject: 'Mã đặt lại mật khẩu {application}' },
		Generic: { title: 'Mã xác minh', subject: 'Mã xác minh {application}' }
	},
	instruction: 'Nhập mã tại trang mà bạn đã yêu cầu mã.',
	expiry: 'Mã chỉ dùng được một lần, trong {duration}.',
	warning: 'Nếu bạn không yêu cầu mã này, hãy bỏ qua email. Không chia sẻ mã với bất kỳ ai.',
	notices: {
		'password-reset': {
			title: 'Mật khẩu đã được thay đổi',
			subject: 'Mật khẩu {application} đã được thay đổi',
			text: 'Mật khẩu mới đã được đặt qua mục “Quên mật khẩu?”. Bạn đã bị đăng xuất khỏi mọi thiết bị; hãy đăng nhập bằng mật khẩu mới.'
		},
		'password-changed': {
			title: 'Mật khẩu đã được thay đổi',
			subject: 'Mật khẩu {application} đã được thay đổi',
			text: 'Quản trị viên dịch vụ đã đặt mật khẩu mới cho tài khoản của bạn. Bạn đã bị đăng xuất khỏi mọi thiết bị.'
		},
		'password-added': {
			title: 'Tài khoản của bạn đã có mật khẩu',
			subject: 'Tài khoản {application} của bạn đã có mật khẩu',
			text: 'Mật khẩu đầu tiên đã được đặt cho tài khoản. Từ nay bạn cũng có thể đăng nhập bằng mật khẩu này.'
		},
		'factor-added': {
			title: 'Tài khoản của bạn có thêm bước xác minh thứ hai',
			subject: 'Tài khoản {application} của bạn có thêm bước xác minh thứ hai',
			text: 'Một ứng dụng xác thực, khóa truy cập hoặc mã dự phòng đã được thiết lập để đăng nhập.'
		},
		'password-replaced': {
			title: 'Mật khẩu đã được thay đổi',
			subject: 'Mật khẩu {application} đã được thay đổi',
			text: 'Mật khẩu mới đã được đặt trên trang tài khoản. Bạn đã bị đăng xuất ở mọi nơi khác.'
		},
		'factor-removed': {
			title: 'Một bước xác minh thứ hai đã bị gỡ khỏi tài khoản',
			subject: '{application}: Một bước xác minh thứ hai đã bị gỡ khỏi tài khoản',
			text: 'Ứng dụng xác thực, khóa truy cập hoặc mã dự phòng đã bị gỡ, hoặc bước thứ hai đã bị tắt.'
		},
		'second-step-off': {
			title: 'Bước thứ hai của bạn đã bị tắt',
			subject: '{application}: Bước thứ hai của bạn đã bị tắt',
			text: 'Quản trị viên dịch vụ đã tắt bước này. Khi đăng nhập sẽ không còn được hỏi nữa.'
		},
		'second-step-on': {
			title: 'Bước thứ hai của bạn đã được bật',
			subject: '{application}: Bước thứ hai của bạn đã được bật',
			text: 'Quản trị viên dịch vụ đã bật bước này. Khi đăng nhập sẽ lại được hỏi.'
		},
		'browser-copied': {
			title: 'Một thiết bị tin cậy lại được hỏi bước thứ hai',
			subject: '{application}: Một thiết bị tin cậy lại được hỏi bước thứ hai',
			text: 'Thông tin dùng để nhận ra thiết bị đã được dùng hai lần, như thể có người sao chép. Lần đăng nhập tới trên thiết bị đó sẽ hỏi bước thứ hai.'
		},
		'email-changed': {
			title: 'Địa chỉ email đã được thay đổi',
			subject: '{application}: Địa chỉ email đã được thay đổi',
			text: 'Việc này được thực hiện trên trang tài khoản của bạn.'
		},
		'phone-changed': {
			title: 'Số điện thoại đã được thay đổi',
			subject: '{application}: Số điện thoại đã được thay đổi',
			text: 'Việc này được thực hiện trên trang tài khoản của bạn.'
		},
		'username-changed': {
			title: 'Tên người dùng đã được thay đổi',
			subject: '{application}: Tên người dùng đã được thay đổi',
			text: 'Việc này được thực hiện trên trang tài khoản của bạn.'
		},
		'account-deleted': {
			title: 'Tài khoản của bạn đã bị xóa',
			subject: '{application}: Tài khoản của bạn đã bị xóa',
			text: 'Tài khoản đã được xóa trên trang tài khoản, cùng mọi thứ lưu trong đó.'
		}
	},
	noticeWarning: 'Nếu không phải bạn thực hiện, hãy đặt mật khẩu mới ngay và báo cho đơn vị cung cấp dịch vụ.'
};
