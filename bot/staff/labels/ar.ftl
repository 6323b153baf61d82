### واجهة الموظفين بالعربية. المفاتيح هي نفسها في fr.ftl (يتحقق منها اختبار).

product = جسر
console = تدبير الملفات
skip-to-content = انتقال إلى المحتوى
sign-out = خروج
switch-language = Français
knowledge-faults = { $count ->
    [zero] لا خلل في قاعدة المعرفة.
    [one] في قاعدة المعرفة خلل واحد: يشتغل المساعد من دون الجزء المعني.
    [two] في قاعدة المعرفة خللان: يشتغل المساعد من دون الأجزاء المعنية.
    [few] في قاعدة المعرفة { $count } أخطاء: يشتغل المساعد من دون الأجزاء المعنية.
    [many] في قاعدة المعرفة { $count } خطأ: يشتغل المساعد من دون الأجزاء المعنية.
   *[other] في قاعدة المعرفة { $count } خطأ: يشتغل المساعد من دون الأجزاء المعنية.
}

## الدخول

sign-in-title = تسجيل الدخول
sign-in-username = اسم المستخدم
sign-in-password = كلمة السر
sign-in-button = دخول

## الرفض

error-wrong-credentials = اسم المستخدم أو كلمة السر غير صحيحين.
error-too-many-attempts = محاولات كثيرة. انتظروا { $seconds } ثانية قبل المحاولة من جديد.
error-not-allowed = هذا الإجراء غير مسموح به، أو أن الصفحة قديمة. أعيدوا تحميلها ثم حاولوا من جديد.
error-no-such-ticket = لا يوجد ملف بهذا المرجع.
error-not-found = هذه الصفحة غير موجودة.
error-move-refused = لا يمكن تغيير الحالة هكذا: الملف الآن في حالة «{ $current }».
error-empty-message = الجواب فارغ.
error-message-too-long = يضم الجواب { $length } حرفا، والحد الأقصى { $limit }.
error-internal-error = وقع خطأ في الواجهة وقد سجل. أعيدوا تحميل الصفحة قبل المحاولة من جديد.
refusal-title = تعذر ذلك
back-to-queue = رجوع إلى الملفات

## لائحة الملفات

queue-title = الملفات
queue-states = تصفية حسب الحالة
queue-order = الترتيب
queue-all = الكل
order-newest = الأحدث أولا
order-oldest = الأقدم أولا
queue-count =
    { $count ->
        [zero] لا ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { $count } ملفات
        [many] { $count } ملفا
       *[other] { $count } ملف
    }
queue-empty = لا ملفات في هذه الحالة.
queue-page = صفحة { $number } من { $last }
queue-pages = الصفحات
page-previous = السابقة
page-next = التالية
column-reference = المرجع
column-kind = النوع
column-category = الموضوع
column-country = البلد
column-lang = اللغة
column-age = منذ
column-state = الحالة
column-description = الطلب

age-minutes = { $count } دقيقة
age-hours =
    { $count ->
        [one] ساعة
        [two] ساعتين
        [few] { $count } ساعات
       *[other] { $count } ساعة
    }
age-days =
    { $count ->
        [one] يوم
        [two] يومين
        [few] { $count } أيام
        [many] { $count } يوما
       *[other] { $count } يوم
    }

## ملف واحد

ticket-title = الملف { $reference }
ticket-facts = البطاقة
ticket-description = الطلب
in-arabic-letters = بالحروف العربية (تحويل آلي)
ticket-opened-at = تاريخ الفتح
ticket-updated-at = آخر تعديل
ticket-contact = وسيلة الاتصال
ticket-contact-none = لا توجد: الجواب من هنا
ticket-channel = القناة
ticket-none = –
channel-web = الموقع
channel-telegram = تيليغرام
channel-gone = المحادثة محذوفة

replies-title = الأجوبة المرسلة
replies-none = لم يرسل أي جواب.
reply-title = جواب المواطن
reply-label = جوابكم
reply-hint = لغة المواطن: { $language }. أجيبوا بها إن أمكن؛ يرسل النص كما هو.
reply-nowhere = المحادثة محذوفة: يحفظ الجواب في الملف ولا يرسل.
reply-button = إرسال الجواب
reply-takes-up = عند الجواب تصير حالة الملف «{ $state }».
done-reply = سجل الجواب وهو في طريقه إلى المواطن.
done-move = تغيرت الحالة.
delivery-pending = قيد الإرسال
delivery-delivered = تسلمته القناة
delivery-failed = لم يسلم
delivery-none = لم يرسل

move-title = تغيير الحالة
move-told = يخبر المواطن بالتغيير.
move-to = إلى «{ $state }»

history-title = السجل
event-ticket-opened = فتح الملف
event-ticket-reply-sent = إرسال جواب
event-ticket-state-changed = { $from } ← { $to }
actor-citizen = المواطن
actor-bot = جسر
actor-former = حساب سابق

conversation-title = المحادثة مع جسر
conversation-cut = لا تظهر إلا آخر { $count } من التبادلات.
conversation-none = لم تعد المحادثة محفوظة.
speaker-citizen = المواطن
speaker-bot = جسر
understood-as = فهم: { $intent }، { $percent }٪
understood-lang = اللغة
understood-topic = الموضوع
understood-facet = الجانب
understood-degraded = دون Rasa

## كلمات المهنة

kind-complaint = شكاية
kind-suggestion = اقتراح
kind-question = سؤال
state-new = جديد
state-open = قيد المعالجة
state-waiting-citizen = في انتظار المواطن
state-waiting-third-party = في انتظار جهة أخرى
state-resolved = تمت تسويته
state-closed = مغلق
category-consular = القنصلية والحالة المدنية
category-customs = الجمارك
category-justice = العدل
category-social-security = الضمان الاجتماعي
category-land-housing = العقار والسكن
category-education = التعليم
category-programmes = البرامج
category-associations = الجمعيات
category-other = أخرى
lang-ar = العربية الفصحى
lang-fr = الفرنسية
lang-ary = الدارجة (بحروف عربية)
lang-ary-latn = الدارجة (بحروف لاتينية)
intent-ask-programme = سؤال عن برنامج
intent-list-programmes = لائحة البرامج
intent-open-complaint = شكاية
intent-check-complaint = تتبع ملف
intent-make-suggestion = اقتراح
intent-talk-to-agent = التحدث إلى موظف
intent-greet = تحية
intent-goodbye = وداع
intent-thank = شكر
intent-affirm = نعم
intent-deny = لا
intent-help = مساعدة
intent-change-language = تغيير اللغة
intent-my-data = المعطيات الشخصية
intent-out-of-scope = خارج الموضوع
facet-overview = تقديم
facet-eligibility = الشروط
facet-documents = الوثائق
facet-procedure = المسطرة
facet-amount = المبلغ
facet-deadline = الأجل
facet-contact = الاتصال
facet-status = حالة البرنامج

## أحداث الملف

event-ticket-settled = إرسال الجواب النهائي
event-ticket-reopened = إعادة فتح الملف
event-ticket-question-sent = إرسال سؤال إلى المواطن
event-ticket-wall-opened = فتح ملف محمي رغم التقييد
event-ticket-assignee-claimed = التكفل بالملف
event-ticket-assignee-assigned = إسناد الملف
event-ticket-assignee-taken-over = أخذ الملف من زميل
event-ticket-assignee-released = إرجاع الملف إلى الجميع
event-ticket-watch-started = بدء المتابعة من زميل
event-ticket-watch-ended = توقف المتابعة
event-ticket-forwarding-sent = إحالة على جهة أخرى
event-ticket-forwarding-acknowledged = توصلت به الجهة
event-ticket-forwarding-chased = تذكير الجهة
event-ticket-forwarding-ended = وصل جواب الجهة
event-ticket-link-made = ربط بملف آخر
event-ticket-link-removed = إزالة الربط
event-ticket-merged = ضم إلى ملف آخر
event-ticket-merge-received = ضم ملف آخر إلى هذا الملف
event-ticket-incident-joined = إضافة إلى حادث
event-ticket-incident-left = إخراج من حادث
event-ticket-note-written = كتابة ملاحظة داخلية
event-ticket-priority-changed = تغيير الأولوية
event-ticket-category-changed = تغيير الموضوع
event-ticket-service-changed = تغيير المصلحة المعنية

answer-type-granted = استجابة
answer-type-partly-granted = استجابة جزئية
answer-type-refused = رفض
answer-type-explained = توضيح
answer-type-forwarded = إحالة
answer-type-not-competent = خارج الاختصاص
answer-type-withdrawn = سحبه المواطن
answer-type-duplicate = ملف مكرر
answer-type-unreachable = تعذر الاتصال بالمواطن
answer-type-abuse = إساءة استعمال
remedy-none = لا شيء
remedy-reopen = إعادة فتح الملف
remedy-mediator = وسيط المملكة
remedy-court = المحكمة
remedy-competent-body = الجهة المختصة
priority-normal = عادية
priority-high = مرتفعة
priority-urgent = مستعجلة
stage-sent = أرسل
stage-acknowledged = توصلت به الجهة
stage-chased = تم التذكير
stage-ended = انتهى
relation-parent = عن أحد الوالدين
relation-child = عن ابن أو ابنة
relation-spouse = عن الزوج أو الزوجة
relation-sibling = عن أخ أو أخت
relation-relative = عن أحد الأقارب
relation-deceased = عن شخص متوفى
relation-other = عن شخص آخر

notice-assigned = أسند إليكم ملف
notice-taken-over = أخذ زميل ملفكم
notice-released = أرجع ملفكم أو أعطي لزميل آخر
notice-reopened = أعيد فتح الملف
notice-settled = انتهى الملف
notice-merged = ضم الملف إلى ملف آخر
notice-note = ملاحظة داخلية جديدة
notice-chase-due = جهة ينبغي تذكيرها
notice-forwarding-ended = أجابت الجهة

error-already-claimed = الملف في عهدة { $name }.
error-same-hand-again = الملف الذي أعيد فتحه يسند إلى غير من أنهاه.
error-no-such-member = هذا الزميل غير موجود أو لا يمكن أن يسند إليه هذا الملف.
error-unknown-value = هذه القيمة غير موجودة ({ $field }).
error-reason-missing = لا بد من ذكر السبب.
error-remedy-missing = يجب أن يبين الرفض للمواطن إلى من يتوجه بعد ذلك.
error-too-late-to-reopen = مر على انتهاء الملف أكثر من { $days } يوما: لا يمكن فتحه من جديد.
error-already-forwarded = الملف محال على: { $body }.
error-not-forwarded = الملف غير محال على أي جهة.
error-same-ticket = إنه الملف نفسه.
error-already-merged = أحد الملفين مضموم إلى ملف آخر.
error-no-such-incident = هذا الحادث غير موجود.

# Avis au personnel, dans la console et par e-mail

notices-title = الإشعارات
notices-none = لا يوجد أي إشعار.
notices-unseen = { $count ->
    [zero] لا إشعار غير مقروء
    [one] إشعار واحد غير مقروء
    [two] إشعاران غير مقروءين
    [few] { $count } إشعارات غير مقروءة
    [many] { $count } إشعاراً غير مقروء
   *[other] { $count } إشعار غير مقروء
}
notices-mark = وضع علامة مقروء على الكل
notices-urgent = مستعجل
notices-new = جديد
notice-withdrawn = سحب صاحب ملف ملفه
notice-citizen-wrote = أضاف مواطن معلومات إلى ملف
notice-breach-near = يقترب أجل ملف
notice-breached = تجاوز ملف هدفه
notice-emergency = حالة مستعجلة تنتظر
mail-notice-subject = جسر: { $what }
mail-notice-body =
    { $what }.

    { $url }

    هذه رسالة آلية.
event-ticket-information-added = أضاف المواطن معلومات
event-ticket-withdrawn = سحبه المواطن
event-ticket-rated = رأي المواطن
event-ticket-reopening-asked = طلب المواطن إعادة الفتح
