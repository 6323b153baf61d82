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
rasa-silent = منذ { $moment } يجيب المساعد من دون فهم الجمل: البحث والحالات المستعجلة وتقديم الشكايات تشتغل. أخبروا الفريق التقني إذا طال الأمر.

## الدخول

sign-in-title = تسجيل الدخول
sign-in-username = اسم المستخدم
sign-in-password = كلمة السر
sign-in-button = دخول

## الرفض

error-wrong-credentials = اسم المستخدم أو كلمة السر غير صحيحين.
error-first-password-ran-out = مرت أكثر من { $days } أيام على كلمة السر المؤقتة هذه ولم تعد صالحة. اطلبوا كلمة أخرى من مشرف على الحسابات.
error-too-many-attempts = محاولات كثيرة. انتظروا { $seconds } ثانية قبل المحاولة من جديد.
error-too-many-calls = طلبات كثيرة في وقت قصير. انتظروا { $seconds } ثانية ثم أعيدوا تحميل الصفحة.
error-not-allowed = هذا الإجراء غير مسموح به، أو أن الصفحة قديمة. أعيدوا تحميلها ثم حاولوا من جديد.
error-no-such-member = هذا الحساب غير موجود.
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
channel-blocked = لا يمكن التواصل مع المواطن على تيليغرام: حظر البوت أو لم يعد الحساب موجودًا. ينتظر الرد 30 يومًا.
channel-both = الموقع وتيليغرام (ربط الشخص المحادثتين)
channel-gone = المحادثة محذوفة

reply-label = جوابكم
reply-hint = لغة المواطن: { $language }. أجيبوا بها إن أمكن؛ يرسل النص كما هو.
reply-nowhere = المحادثة محذوفة: يحفظ الجواب في الملف ولا يرسل.
reply-takes-up = عند الجواب تصير حالة الملف «{ $state }».
done-reply = سجل الجواب وهو في طريقه إلى المواطن.
done-move = تغيرت الحالة.
delivery-pending = لم يسلم بعد
delivery-delivered = تسلمته القناة
announced-failed = لم يسلم
delivery-none = لم يرسل

move-told = يخبر المواطن بالتغيير.
move-to = إلى «{ $state }»

history-title = السجل
event-ticket-opened = فتح الملف
event-ticket-reply-sent = إرسال جواب
event-ticket-state-changed = { $from } ← { $to }
event-ticket-delay-announced = أخبر المواطن بالتأخر
event-ticket-breach-told = أخبر المواطن بعدم تحقيق الهدف وبإمكان اللجوء إلى الوسيط
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

event-ticket-settled = تسوية الملف: { $state }
event-ticket-reopened = إعادة فتح الملف
event-ticket-question-sent = سؤال للمواطن
event-ticket-wall-opened = فتح رغم الحجب
event-ticket-assignee-claimed = تولاه { $to }
event-ticket-assignee-assigned = أسند إلى { $to }
event-ticket-assignee-taken-over = انتقل إلى { $to } (قبله: { $from })
event-ticket-assignee-released = أعيد للجميع (قبله: { $from })
event-ticket-watch-started = بدء المتابعة
event-ticket-watch-ended = نهاية المتابعة
event-ticket-forwarding-sent = إحالة على جهة أخرى
event-ticket-forwarding-acknowledged = توصلت به الجهة
event-ticket-forwarding-chased = تذكير الجهة
event-ticket-forwarding-ended = أجابت الجهة
event-ticket-link-made = ربط بالملف { $other }
event-ticket-link-removed = فك الربط بالملف { $other }
event-ticket-merged = دمج في الملف { $into }
event-ticket-merge-received = دمج فيه الملف { $from }
event-ticket-incident-joined = إدراج في واقعة
event-ticket-incident-left = إخراج من واقعة
event-ticket-note-written = كتابة ملاحظة داخلية
event-ticket-priority-changed = الأولوية: { $from } ← { $to }
event-ticket-category-changed = الموضوع: { $from } ← { $to }
event-ticket-service-changed = تغيير المصلحة المعنية أو الحجب

answer-type-granted = استجابة للطلب
answer-type-partly-granted = استجابة جزئية
answer-type-refused = رفض
answer-type-explained = توضيح
answer-type-forwarded = إحالة على الجهة المختصة
answer-type-not-competent = خارج اختصاصنا
answer-type-withdrawn = سحبه المواطن
answer-type-duplicate = مكرر
answer-type-unreachable = تعذر الاتصال بالمواطن
answer-type-abuse = إساءة استعمال
remedy-none = لا شيء
remedy-reopen = طلب إعادة الفتح
remedy-mediator = وسيط المملكة
remedy-court = المحكمة
remedy-competent-body = الجهة المختصة
priority-normal = عادية
priority-high = عالية
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

error-already-claimed = سبقكم { $name } إلى هذا الملف.
error-same-hand-again = الملف الذي أعيد فتحه يسند إلى شخص غير الذي سواه.
error-unknown-value = في الاستمارة قيمة غير موجودة. اختاروا من اللائحة.
error-reason-missing = اكتبوا السبب.
error-remedy-missing = عند الرفض يجب أن يعرف المواطن الجهة التي يلجأ إليها بعد ذلك.
error-too-late-to-reopen = سوي هذا الملف قبل أكثر من { $days } يوما، ولا يمكن فتحه من جديد.
error-already-forwarded = أحيل هذا الملف من قبل على «{ $body }».
error-not-forwarded = لم يحل هذا الملف على أي جهة.
error-same-ticket = هذا هو الملف نفسه: أدخلوا مرجع ملف آخر.
error-already-merged = سبق دمج هذا الملف في ملف آخر.
error-no-such-incident = لا توجد واقعة بهذا الرقم.

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
## أسئلة بقيت بلا جواب

unanswered-title = أسئلة بقيت بلا جواب
unanswered-hint = الأسماء والأرقام والرموز والعناوين محجوبة. حددوا ما كان ينبغي فهمه: أجوبتكم تفيد في تحسين جسر.
unanswered-export = تصدير المحادثات المراجعة (بشخصين)
unanswered-guessed = أقرب موضوع:
unanswered-words = رأي المواطن
unanswered-labelled = روجع:
unanswered-none = لا شيء للمراجعة بهذه الشروط.
done-review = تم التسجيل.
why-not-understood = لم يُفهم
why-unknown = موضوع غير معروف
why-other-language = لغة أخرى
why-failed = عطل
why-no-source = لا مصدر
why-thumbs-down = اعتُبر غير مفيد
filter-why = السبب
filter-any = الكل
filter-none = –
filter-from = من
filter-to = إلى
filter-reviewed = المراجعة
filter-to-do = للمراجعة
filter-done = تمت مراجعتها
filter-button = تصفية
page-newest = الأحدث
verdict-right = كان صحيحاً
verdict-wrong = كان خطأ
verdict-other-topic = إنه هذا الموضوع
verdict-other-intent = إنه هذا القصد
label-other = موضوع آخر أو قصد آخر
label-field-verdict = الجواب
label-field-intent = القصد
label-field-topic = الموضوع
label-field-facet = الجانب
error-no-such-turn = هذه الرسالة لم تعد موجودة أو ليست للمراجعة.
error-label-refused = أدخلوا قيمة معروفة: { $field }.

## أجوبة تتقادم

knowledge-title = أجوبة للتحقق
knowledge-hint = الأكثر عرضاً على المواطنين خلال آخر { $days } يوماً تأتي أولاً. أكدوا الجواب بعد مقارنته بمصدره: التاريخ الذي تدخلونه يظهر للمواطنين، واسمكم لزملائكم.
knowledge-filter = تصفية حسب السبب
knowledge-none = لا أجوبة للتحقق هنا.
knowledge-shown = { $count ->
    [zero] لم يُعرض قط
    [one] عُرض مرة واحدة
    [two] عُرض مرتين
    [few] عُرض { $count } مرات
   *[other] عُرض { $count } مرة
}
knowledge-citizens = المواطنون:
list-comma = ،{ " " }
knowledge-staff = للموظفين فقط
knowledge-review-by = للمراجعة قبل { $day }
knowledge-confirmed = تم تأكيده بتاريخ { $day } من طرف
knowledge-confirmed-file = تم تأكيده بتاريخ { $day } (الملف)
knowledge-text = قراءة الجواب
knowledge-as-of = بتاريخ { $day }
knowledge-day = صحيح بتاريخ
knowledge-confirm = تأكيد
done-confirm = تم تسجيل التأكيد. كل تأكيد أحدث يحل محله.
age-any = للتحقق
age-stale = تجاوز أجل مراجعته
age-undated = بلا تاريخ
age-low = غير مؤكد
age-confirmed = مؤكدة
facet-staff-notes = ملاحظات للموظفين
confidence-high = موثوق
confidence-medium = موثوق نسبياً
confidence-low = ضعيف الموثوقية
error-no-such-answer = ليس في قاعدة المعارف جواب عن هذا الجانب من هذا الموضوع.
error-day-refused = أدخلوا تاريخاً صحيحاً لا يكون في المستقبل.

## لوحة القيادة

dashboard-title = لوحة المؤشرات
dashboard-period = الفترة
dashboard-days = آخر { $count } يوماً
dashboard-hint = تُعوَّض الأعداد من 1 إلى 4 بـ«{ $few }» حيث يمكن التعرف على شخص؛ و«…» تحجب عدداً يسمح بحسابها.
tile-mean = متوسط التنقيط
tile-of-five = من 5
tile-ratings = التقييمات:
tile-alone = عولج من طرف جسر وحده
table-days = الملفات الواردة والمسواة، يوماً بيوم
table-ages = عمر الملفات الجارية
table-breaches = أهداف الآجال
table-category = حسب الموضوع
table-country = حسب البلد
table-lang = حسب اللغة
table-kind = حسب النوع
table-ratings = تقييمات المواطنين
table-solved = «هل حُل مشكلكم؟»
table-fallback = رسائل بقيت بلا جواب، حسب اللغة
by-day = اليوم
by-age = العمر
by-breach = الهدف
by-category = الموضوع
by-country = البلد
by-lang = اللغة
by-kind = النوع
by-rating = التقييم
by-solved = الجواب
figure-in = واردة
figure-out = مسواة
figure-tickets = الملفات
figure-opened = واردة
figure-open-now = جارية
figure-overdue-now = خارج الأجل
figure-answers = الأجوبة
figure-turns = الرسائل
figure-unanswered = بلا جواب
figure-fallback-rate = النسبة ٪
figure-total = المجموع
figure-numbers = الأرقام يوماً بيوم
figure-csv = تحميل CSV: { $table }
figure-hidden = بعض الأعداد محجوبة لحماية الأشخاص.
figure-none = لا شيء لعرضه في هذه الفترة.
age-under-7 = أقل من 7 أيام
age-under-15 = من 7 إلى 15 يوماً
age-under-30 = من 15 إلى 30 يوماً
age-under-60 = من 30 إلى 60 يوماً
age-over-60 = أكثر من 60 يوماً
breach-not-acknowledged = جارية، لم يُتكفل بها في الأجل
breach-not-answered = جارية، تأخر الجواب
breach-settled-late = سُويت متأخرة
breach-settled-in-time = سُويت في الأجل
rating-1 = 1
rating-2 = 2
rating-3 = 3
rating-4 = 4
rating-5 = 5
solved-yes = نعم
solved-no = لا
## الأشخاص: التنقل

nav-label = الأقسام
nav-menu = القائمة
nav-queue = الملفات
nav-shift-sheet = ورقة المناوبة
nav-workload = حجم العمل
nav-dashboard = لوحة المؤشرات
nav-unanswered = بلا جواب
nav-knowledge = المعارف
nav-accounts = الحسابات
nav-my-account = حسابي
save = حفظ

## الأشخاص: الدخول

sign-in-code-title = رمز التحقق
sign-in-code-hint = افتحوا تطبيق المصادقة وأدخلوا الرمز المكون من ستة أرقام الظاهر أمام Jisr.
sign-in-code-lost = ضاع الجهاز؟ يمكن للمشرف على الحسابات إعادة تعيين العامل الثاني.
sign-in-code-back = رجوع إلى كلمة السر
error-wrong-code = هذا الرمز غير صالح أو سبق استعماله. انتظروا الرمز الموالي ثم حاولوا من جديد.

## الأشخاص: الحسابات

accounts-title = الحسابات
account-new = حساب جديد
account-create = إنشاء الحساب
account-new-hint = تظهر كلمة سر مؤقتة مرة واحدة فقط، وعلى صاحب الحساب تغييرها عند أول دخول.
account-title = حساب { $name }
account-fields = البطاقة
account-access = الولوج
account-state = الحساب
account-open = مفعل
account-closed = معطل
account-away = غائب إلى غاية { $day }
account-own-hint = هذا حسابكم: كلمة السر والعامل الثاني والجلسات تدبر في صفحة «حسابي».
account-must-change = لم تغير كلمة السر المؤقتة بعد.
account-reset-password = إعادة تعيين كلمة السر
account-reset-password-hint = تظهر كلمة سر مؤقتة جديدة مرة واحدة فقط، وتغلق الجلسات المفتوحة.
account-reset-totp = إعادة تعيين العامل الثاني
account-reset-totp-hint = لمن ضاع جهازه. تحققوا من هويته أولا.
account-end-sessions = إغلاق كل الجلسات
account-end-sessions-hint = على صاحب الحساب الدخول من جديد في كل جهاز.
account-deactivate = تعطيل الحساب
account-deactivate-hint = يخرج صاحب الحساب فورا ولا يمكنه الدخول. تبقى الملفات باسمه.
account-activate = تفعيل الحساب
account-activate-hint = يمكن لصاحب الحساب الدخول بكلمة السر.
account-password-title = كلمة سر مؤقتة
account-password-once = سجلوها الآن: لن تظهر مرة أخرى. سلموها لصاحب الحساب بوسيلة آمنة، وله { $days } أيام ليدخل ويختار كلمته الخاصة.
back-to-accounts = رجوع إلى الحسابات
done-account-edited = حفظ الحساب.
done-account-deactivated = عطل الحساب وأغلقت جلساته.
done-account-activated = فعل الحساب من جديد.
done-account-totp-reset = أزيل العامل الثاني.
done-account-sessions-ended = أغلقت كل جلسات هذا الحساب.

field-name = الاسم
field-email = البريد الإلكتروني
field-email-hint = للإشعارات الموجهة إلى الموظفين. اختياري.
field-username-hint = دون فراغ، ولا يتغير بعد ذلك.
field-role = الدور
field-service = المصلحة
field-service-hint = قنصلية مثلا. الملف المحمي الذي يهم هذه المصلحة لا يظهر لهذا الشخص.
field-languages = لغات الجواب
field-hours = أوقات العمل
field-hours-hint = بتوقيت الرباط. اتركوا أيام العطلة فارغة.
field-hours-from = { $day }، البداية
field-hours-to = { $day }، النهاية
field-away-until = غائب إلى غاية (بما في ذلك اليوم نفسه)
field-away-until-hint = يترك فارغا عند الحضور.
role-agent = موظف
role-supervisor = مراقب
role-admin = مشرف على الحسابات
role-agent-may = يعالج الملفات
role-supervisor-may = يوزع العمل أيضا ويتتبع الآجال
role-admin-may = يدبر الحسابات أيضا
role-own = لا يمكنكم تغيير دوركم.
short-lang-ar = العربية
short-lang-fr = الفرنسية
short-lang-ary = الدارجة ع
short-lang-ary-latn = الدارجة 3

error-profile-refused-name = الاسم ضروري ولا يتجاوز 80 حرفا.
error-profile-refused-username = اسم المستخدم من حرفين إلى 40 حرفا، دون فراغ.
error-profile-refused-email = البريد الإلكتروني غير صالح.
error-profile-refused-role = اختاروا دورا.
error-profile-refused-service = لا يتجاوز اسم المصلحة 80 حرفا.
error-profile-refused-hours = حددوا لكل يوم عمل البداية والنهاية، والبداية قبل النهاية.
error-profile-refused-away-until = تاريخ الغياب غير صالح.
error-name-taken = اسم المستخدم هذا مأخوذ: { $username }.
error-last-administrator = هذا آخر مشرف على الحسابات: عينوا مشرفا آخر أولا.
error-own-account = لا يمكنكم القيام بهذا في حسابكم. اطلبوه من مشرف آخر.

## الأشخاص: حسابي

my-account-title = حسابي
back-to-my-account = رجوع إلى حسابي
done-own-profile = حفظت بطاقتكم.
done-own-email = حفظ بريدكم الإلكتروني.
done-own-password = تغيرت كلمة السر وأغلقت جلساتكم الأخرى.
done-own-session = أغلقت الجلسة.
done-own-sessions = أغلقت جلساتكم الأخرى.
done-own-totp-set = فعل العامل الثاني وأغلقت جلساتكم الأخرى.
done-own-totp-removed = أوقف العامل الثاني.

email-change = تغيير البريد الإلكتروني
email-add = إضافة بريد إلكتروني

password-change = تغيير كلمة السر
password-owed = كلمة السر هذه مؤقتة. اختاروا كلمتكم قبل المتابعة.
password-own = كلمة السر الحالية الخاصة بكم
password-new = كلمة السر الجديدة
password-again = كلمة السر الجديدة مرة أخرى
password-hint = { $shortest } حرفا على الأقل. جملة لا يعرفها غيركم تفي بالغرض، وكل الحروف مسموح بها.
error-wrong-password = كلمة السر الحالية غير صحيحة.
error-password-refused-short = كلمة السر الجديدة قصيرة جدا: { $shortest } حرفا على الأقل.
error-password-refused-long = كلمة السر الجديدة طويلة جدا: { $longest } حرفا على الأكثر.
error-password-refused-name = لا يمكن أن تكون كلمة السر هي اسم المستخدم.
error-password-refused-same = كلمة السر الجديدة هي نفسها القديمة.
error-password-refused-leaked = كلمة السر هذه من بين كلمات سر سُرقت من مواقع أخرى، وهي أول ما يجربه المخترقون. اختاروا غيرها: جملة لا يعرفها غيركم.
error-password-refused-guessable = كلمة السر هذه سهلة التخمين: إما شائعة أو مأخوذة من اسمكم أو من كلمات المصلحة. اختاروا جملة أطول لا يعرفها غيركم.
error-password-refused-differs = كلمتا السر الجديدتان غير متطابقتين.

sessions-title = جلساتي
session-unknown = متصفح غير معروف
session-this = هذه الجلسة
session-since = فتحت في { $moment }
session-until = تغلق في { $moment }
sessions-hint = لإغلاق جلسة، أدخلوا كلمة السر أولا.
session-end = إغلاق
sessions-end-others = إغلاق كل الجلسات الأخرى

totp-title = العامل الثاني
totp-on = مفعل
totp-off = غير مفعل
totp-set-up = إعداد
totp-turn-on = تفعيل
totp-turn-off = إيقاف
totp-code = الرمز المكون من ستة أرقام
totp-owed = يتطلب دوركم عاملا ثانيا. أعدوه قبل المتابعة.
totp-required = العامل الثاني مفعل. دوركم يتطلبه: لا يمكن إيقافه.
totp-off-hint = العامل الثاني مفعل. لإيقافه أدخلوا كلمة السر والرمز الظاهر في التطبيق.
totp-step-install = ثبتوا تطبيق مصادقة على الهاتف (Aegis أو FreeOTP أو Google Authenticator أو غيرها).
totp-step-scan = امسحوا به رمز QR هذا.
totp-step-code = أدخلوا الرمز المكون من ستة أرقام الذي يظهر فيه
totp-qr = رمز QR يمسح بتطبيق المصادقة
totp-by-hand = إدخال المفتاح يدويا
error-second-factor-required = يتطلب دوركم عاملا ثانيا: لا يمكن إيقافه.

## الأشخاص: حجم العمل

workload-title = حجم العمل
workload-hint = الاسم يؤدي إلى ملفات الشخص.
load-member = الشخص
load-open = مفتوحة
load-due-soon = أجلها قريب
load-overdue = متأخرة
load-waiting = في الانتظار
load-settled = سويت في { $days } أيام
load-presence = الحضور
load-present = حاضر
load-unassigned = غير مسندة
## اللوائح والبحث والعروض

queues-label = اللوائح
queue-mine = ملفاتي
queue-unassigned = غير مسندة
queue-due-soon = أجلها قريب
queue-overdue = متأخرة
queue-waiting = في انتظار المواطن
queue-forwarded = محالة
queue-nothing = لا ملفات هنا.
queue-many =
    { $count ->
        [few] أكثر من { $count } ملفات
        [many] أكثر من { $count } ملفا
       *[other] أكثر من { $count } ملف
    }
order-target = الأجل الأقرب أولا
page-first = البداية
assignee-none = غير مسند
assignee-me = أنا
column-assignee = المكلف بالملف
column-priority = الأولوية
standing-on-time = داخل الأجل
standing-due-soon = الأجل قريب
standing-overdue = لم يعالج في الأجل
standing-breached = متأخر
standing-stopped = الأجل موقوف
standing-settled = منته
standing-target = الأجل المستهدف: { $moment }

search-label = بحث في كل الملفات (مفتاح /)
search-placeholder = مرجع أو كلمات أو شخص
search-button = بحث
filters-title = تصفية
filters-set =
    { $count ->
        [one] معيار واحد
        [two] معياران
        [few] { $count } معايير
        [many] { $count } معيارا
       *[other] { $count } معيار
    }
filter-since = فتح ابتداء من
filter-until = فتح إلى غاية
filter-apply = تصفية
filter-clear = محو البحث والتصفية

views-title = العروض المحفوظة
views-manage = تدبير
views-none = ليس لديكم أي عرض محفوظ. افتحوا لائحة واختاروا التصفية ثم احفظوا العرض.
view-name = اسم العرض
view-save = حفظ هذا العرض
view-rename = تغيير الاسم
view-delete = حذف
view-delete-named = حذف العرض { $name }
view-renamed = تغير اسم العرض.
view-deleted = حذف العرض.
error-no-such-view = لا يوجد هذا العرض.
error-view-name-refused = يجب إدخال اسم لا يتجاوز { $limit } حرفا.
error-too-many-views = لديكم { $limit } عرضا محفوظا. احذفوا واحدا أولا.

## ورقة المناوبة

sheet-title = ورقة المناوبة
sheet-whose = لمن
sheet-mine = ملفاتي
sheet-everyone = كل المكتب
sheet-nothing = لا شيء.
sheet-more = هذه أول { $count } فقط؛ انظروا اللائحة للباقي.
group-urgent-unassigned = مستعجلة وغير مسندة
group-breached = متأخرة
group-due-today = أجلها خلال 24 ساعة
group-waiting-citizen = في انتظار المواطن
group-waiting-others = في انتظار جهة أخرى

## أيام العطل

nav-closed-days = أيام العطل
closed-days-title = أيام العطل
closed-days-hint = لا ينتهي أي أجل في يوم عطلة. الأعياد الدينية تقديرية: أضيفوا اليوم المعلن عند معرفته. يسري التغيير على الآجال التي تحدد بعده.
closed-days-none = لا أيام معروفة لهذا البلد.
closed-days-other = بلد آخر
closed-days-show = عرض
closed-day-day = اليوم
closed-day-name = الاسم
closed-day-source = المصدر
closed-day-public = عطلة رسمية
closed-day-entered = مضاف
closed-day-new = إضافة يوم عطلة: { $country }
closed-day-add = إضافة
closed-day-remove = إزالة
closed-day-remove-named = إزالة يوم { $day }
closed-day-added = أضيف اليوم.
closed-day-removed = أزيل اليوم.
error-closed-day-refused =
    { $field ->
        [country] لا يوجد هذا البلد.
        [day] اختاروا يوما بين اليوم وسنة من الآن.
       *[other] يجب إدخال اسم لا يتجاوز 80 حرفا.
    }
## المرفقات

attachments-title = { $count ->
    [zero] لا مرفقات
    [one] مرفق واحد
    [two] مرفقان
    [few] { $count } مرفقات
    [many] { $count } مرفقاً
   *[other] { $count } مرفق
}
attachments-hint = أُعيد رسم الصور وكتابة ملفات PDF بدون بيانات مخفية. الرسائل الصوتية محفوظة كما هي.
attachment-image = صورة: { $name }
attachment-voice = رسالة صوتية
attachment-size = { $kilobytes } كيلوبايت
event-attachment-opened = فُتح مرفق
event-ticket-file-received = توصلنا بملف من المواطن
event-ticket-information-added = إضافة معلومة
event-ticket-withdrawn = سحبه المواطن
event-ticket-rated = قيمه المواطن
event-ticket-reopening-asked = طلب المواطن إعادة الفتح

## صفحة الملف

close = إغلاق
choose = اختاروا…
priority = الأولوية
service = المصلحة المعنية
reason = السبب
relation = لفائدة من

error-ticket-changed = تغير الملف منذ أن فتحتم هذه الصفحة. لم ينفذ أي شيء، وما كتبتموه محفوظ. راجعوه ثم أعيدوا المحاولة إن لزم.
error-second-look = راجعوا النص قبل الإرسال.
missed-title = ما تغير:
session-ended-kept = انتهت جلستكم. ما كتبتموه محفوظ: سجلوا الدخول لاسترجاعه.
draft-kept = هذا ما كنتم قد كتبتموه. لم يرسل منه شيء: راجعوه ثم أرسلوه.
held-by = يتولى { $name } هذا الملف. تواصلوا معه قبل الجواب، أو تولوا الملف بدله.
open-walled-hint = إذا كان الملف يخص مصلحتكم فهو محجوب عنكم. يمكنكم فتحه رغم ذلك، وسيسجل اسمكم والوقت في سجله، ويصل إشعار إلى مسؤولي المصالح الأخرى.
open-walled-button = فتح رغم ذلك

stream-title = الرسائل والملاحظات
stream-none = لم يكتب شيء في هذا الملف بعد.
entry-staff-reply = جواب
entry-staff-question = سؤال للمواطن
entry-staff-closing = جواب نهائي
entry-staff-information = معلومة
entry-staff-reopening = إعادة فتح
entry-staff-note = ملاحظة داخلية
entry-citizen-reply = جواب المواطن
entry-citizen-question = سؤال من المواطن
entry-citizen-closing = سحب الطلب
entry-citizen-information = معلومة من المواطن
entry-citizen-reopening = طلب إعادة الفتح
seen-by-staff = ظاهرة للموظفين فقط
seen-by-citizen = ظاهرة للمواطن

composer-title = الكتابة
composer-mode = لمن تكتبون؟
composer-send = إرسال
mode-reply = جواب
mode-question = سؤال
mode-note = ملاحظة داخلية
note-hint = لا يقرأ الملاحظة إلا الموظفون.
question-hint = يصير الملف «{ $state }» ويتوقف أجله حتى الجواب.
canned-label = جواب جاهز
canned-choose = بدون
canned-in = اللغة
canned-insert = إدراج
canned-acknowledgement = إشعار بالتوصل
canned-send-document = طلب وثيقة
canned-more-details = طلب توضيح
canned-still-waiting-for-you = تذكير: ننتظر جوابكم
canned-forwarded = أحيل على جهة أخرى
canned-body-chased = تذكير الجهة المعنية
canned-more-time = نحتاج وقتا أطول
canned-appointment = موعد
canned-condolences = تعزية
canned-not-competent = خارج اختصاصنا
canned-before-a-court = قضية أمام المحكمة
canned-solved = تمت التسوية
canned-thanks-for-the-suggestion = شكر على الاقتراح
doubt-language = يبدو أن هذا النص مكتوب بهذه اللغة: { $written }، بينما لغة المواطن: { $citizen }.
doubt-gaps =
    { $count ->
        [one] بقي موضع واحد للإتمام: […].
        [two] بقي موضعان للإتمام: […].
        [few] بقيت { $count } مواضع للإتمام: […].
       *[other] بقي { $count } موضعا للإتمام: […].
    }
send-anyway = إرسال رغم ذلك
lang-en = الإنجليزية
lang-es = الإسبانية
lang-nl = الهولندية
lang-de = الألمانية
lang-it = الإيطالية
lang-tamazight = الأمازيغية

understood-answer = جواب عن سؤال:
understood-open = سؤال ما زال مطروحا:
asks-consent = الموافقة
consent-given = أعطيت الموافقة يوم
consent-version = صيغة النص { $version }
consent-unknown = لم يكن النص يسجل آنذاك
consent-first-shown = عرض النص أول مرة يوم
asks-category = الموضوع
asks-country = البلد
asks-description = الوصف
asks-contact = وسيلة الاتصال
asks-confirmation = التأكيد
asks-ticket-information = معلومة للملف
asks-reopen-reason = سبب إعادة الفتح

handling-title = التتبع
holder-me = هذا الملف لديكم.
holder = الملف لدى
holder-nobody = لا أحد يتولى هذا الملف بعد.
claim = أتولاه
release = إرجاعه للجميع
watch = متابعة
unwatch = إيقاف المتابعة
watched-by = يتابعه
take-over = تولي الملف بدل الزميل
take-over-notice = لن يبقى الملف لدى { $name }، وسيصله إشعار بذلك.
take-over-confirm = نعم، أتولاه
assign-title = إسناد الملف
assign-to = الزميل
assign-button = إسناد
assign-nobody = لا أحد متاح يتكلم هذه اللغة.
candidate-load =
    { $count ->
        [zero] لا ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { $count } ملفات
        [many] { $count } ملفا
       *[other] { $count } ملف
    }
candidate-off = خارج أوقات العمل

clock-title = الحالة والآجال
clock-acknowledge = التكفل
clock-answer = الجواب
clock-met = تم في
clock-stopped = الأجل متوقف منذ
clock-settled = سوي في
target-left =
    { $count ->
        [one] بقي يوم واحد
        [two] بقي يومان
        [few] بقيت { $count } أيام
        [many] بقي { $count } يوما
       *[other] بقي { $count } يوم
    }
target-today = اليوم
target-over =
    { $count ->
        [one] تأخر بيوم واحد
        [two] تأخر بيومين
        [few] تأخر ب{ $count } أيام
        [many] تأخر ب{ $count } يوما
       *[other] تأخر ب{ $count } يوم
    }
target-over-today = فات أجله اليوم
rated = تقييم المواطن: { $rating } من 5

settle-title = تسوية الملف
settle-state = كيف؟
settle-as-resolved = تسوية (يسأل المواطن هل حل المشكل)
settle-as-closed = إغلاق
settle-answer-type = نوع الجواب
settle-reason = السبب، يقرؤه المواطن
settle-remedy = الخطوة الموالية للمواطن:
settle-hint = يرسل السبب كما هو. لغة المواطن: { $language }.
settle-button = تسوية
reopen-title = إعادة فتح الملف
reopen-hint = يسند إلى شخص غير الذي سواه.
reopen-button = إعادة الفتح

sort-title = تصنيف
walled = محجوب
wall-label = حجب الملف عن موظفي هذه المصلحة
wall-hint = قنصلية مثلا. اختاروا اسما من المقترحة: باسم آخر لا يخفى شيء. من يعمل بها لن يرى الملف؛ وفتحه يحتاج إلى مشرف ويترك أثرا.

forwarding-title = جهات أخرى
forwarding-none = لم يحل هذا الملف على أي جهة.
forwarding-sent-at = أحيل في
forwarding-acknowledged-at = تم التوصل به في
forwarding-ended-at = أجابت الجهة في
forwarding-chase-by = التذكير:
forwarding-chases =
    { $count ->
        [one] تذكير واحد
        [two] تذكيران
        [few] { $count } تذكيرات
       *[other] { $count } تذكيرا
    }
forwarding-their-reference = مرجعهم (اختياري)
forwarding-acknowledged = توصلوا به
forwarding-chase = تم تذكيرهم
forwarding-end = أجابوا
forward-title = إحالة
forward-body = الجهة
forward-note = ملاحظة للموظفين (اختياري)
forward-hint = يخبر المواطن، ويصير الملف «{ $state }».
forward-button = إحالة

links-title = ملفات مرتبطة
others-title = طلبات أخرى للشخص نفسه
alike = التشابه { $percent }٪
link = ربط
unlink = فك الربط
link-title = ربط أو دمج
merge = دمج
merge-into = دمج في
merge-reason = السبب (ملاحظة داخلية)
merge-hint = يغلق هذا الملف لأنه مكرر، ويستمر الملف الآخر.
incident-title = واقعة
incident-leave = إخراج من الواقعة
incident-number = رقم واقعة موجودة
incident-new = أو عنوان واقعة جديدة

history-all = ما قبل ذلك (المجموع { $count })

done-question = السؤال في طريقه إلى المواطن، والأجل متوقف.
done-note = كتبت الملاحظة. لا يراها المواطن.
done-claim = هذا الملف لديكم.
done-take-over = صار الملف لديكم، وسيصل الزميل إشعار.
done-assign = أسند الملف.
done-release = أعيد الملف للجميع.
done-watch = تم تسجيل ذلك.
done-sort = حفظ التصنيف.
done-wall = تم الحفظ.
done-settle = سوي الملف وأخبر المواطن.
done-reopen = أعيد فتح الملف.
done-forward = أحيل الملف وأخبر المواطن.
done-forwarding = تم تسجيل ذلك.
done-link = تم تسجيل ذلك.
done-merge = دمج الملف وأخبر المواطن.
done-merge-of-two-people = دمج الملف. انتباه: يبدو أن الملفين ليسا للشخص نفسه، وما سيقال في الآخر لن يصل إلى هذا المواطن.
done-incident = تم تسجيل ذلك.

incident-page = الواقعة رقم { $number }
incident-tickets = ملفات الواقعة
incident-answer = جواب الجميع
incident-answer-hint = يتوصل كل مواطن بالنص المكتوب بلغته، في ملفه الخاص. ما لا نص له بلغته يترك. ولا يرسل شيء إلى الملفات التي سويت. بين قوسين: عدد من ينتظرون بهذه اللغة.
incident-answer-ary = إرسال الدارجة بالحروف العربية إلى من يكتب بالحروف اللاتينية عند غياب النص
incident-answer-settle = تسوية الملفات أيضا بهذا النوع من الجواب
incident-answer-no = لا، الجواب فقط
incident-answered =
    { $count ->
        [zero] لم يتوصل أي ملف بالجواب.
        [one] الجواب في طريقه إلى مواطن واحد.
        [two] الجواب في طريقه إلى مواطنين اثنين.
        [few] الجواب في طريقه إلى { $count } مواطنين.
       *[other] الجواب في طريقه إلى { $count } مواطنا.
    }
incident-skipped =
    { $count ->
        [one] ترك ملف واحد لأنه لا نص بلغته.
        [two] ترك ملفان لأنه لا نص بلغتهما.
        [few] تركت { $count } ملفات لأنه لا نص بلغتها.
       *[other] ترك { $count } ملفا لأنه لا نص بلغتها.
    }
incident-none = لا ملف ظاهر لكم.

keys-title = اختصارات لوحة المفاتيح
keys-hint = تعمل في كل مكان إلا داخل خانات الكتابة، حيث لا يعمل إلا Ctrl+Enter. وكل شيء ممكن من دونها.
keys-queue = في لائحة الملفات
keys-ticket = في ملف
key-r = جواب
key-q = سؤال للمواطن
key-n = ملاحظة داخلية
key-send = إرسال ما تكتبونه
key-c = تولي الملف
key-j = الملف التالي
key-k = الملف السابق
key-search = بحث
key-help = هذه المساعدة
## أحداث الملف
citizen-solved-yes = يقول المواطن إن المشكل حل.
citizen-solved-no = يقول المواطن إن المشكل لم يحل.
queue-page = الصفحة { $number } من { $last }
paper-receipt = وصل الإيداع (PDF)
paper-dossier = الملف الكامل (PDF)

## الإعلانات

nav-news = الإعلانات
news-title = الإعلانات
news-hint = تُرسل على تيليغرام إلى من طلب مثل هذه الأخبار، خارج ساعات هدوئه. ولا تُرسل في مكان آخر.
news-none = لا إعلان حتى الآن.
news-new = إعلان جديد
news-back = العودة إلى الإعلانات
news-number = الإعلان { $number }
news-text = الإعلان
news-kind = النوع
news-kind-programme = برنامج
news-kind-deadline = أجل
news-kind-law = قانون
news-topic = البرنامج المعني
news-everybody = الكل
news-everywhere = كل البلدان
news-texts = النصوص
news-texts-hint = لا بد من الفرنسية أو العربية. كل نص يُترك فارغا يعوَّض بالنص الذي يفهمه قراؤه أكثر، والمعاينة تبين أيّ نص هو. جسر لا يترجم.
news-source = المصدر
news-source-hint = لا يُرسل شيء بلا مصدر: عنوان، ومعه رابط أو مرجع وثيقة.
news-source-title = عنوان المصدر
news-source-url = الرابط (https://…)
news-source-document = الوثيقة (مثلا رقم الجريدة الرسمية وتاريخها)
news-save = حفظ ومعاينة
news-write = التحرير
news-about = البطاقة
news-author = حررها
news-editor = عدّلها
news-releaser = قرر إرسالها
news-send-at = الإرسال
news-preview = معاينة
news-preview-hint = كما يعرضها تيليغرام. الزر الأول يوقف كل شيء بنقرة واحدة.
news-no-text = لا نص حتى الآن.
news-instead = لا نص هنا: هؤلاء القراء يتوصلون بهذا النص ({ $variety }).
news-release = الإرسال
news-reach = إلى من تصل لو أُرسلت الآن
news-reads = لغة النص
news-people = الأشخاص
news-read = راجعت كل النصوص وتحققت من المصدر.
news-day = اليوم
news-time = الساعة
news-time-hint = بتوقيت الدار البيضاء. ثم يتوصل بها كل واحد خارج ساعات هدوئه حيث يقيم.
news-schedule = برمجة الإرسال
news-send-now = إرسال الآن
news-own = أنتم من حرر هذا الإعلان أو عدّله آخرا: على شخص آخر أن يراجعه ويرسله.
news-for-supervisors = يراجعه مشرف ويرسله.
news-stop = الإيقاف
news-take-back = إعادته مسودة
news-cancel = إلغاء الإعلان
news-cancel-hint = ما أُرسل يبقى عند أصحابه، والباقي لا يُرسل.
news-figures = التوزيع
news-figures-hint = «غير مؤكد»: لم يؤكد تيليغرام الاستلام. لا يُرسل شيء مرة ثانية.
news-state-draft = مسودة
news-state-scheduled = مبرمج
news-state-sending = قيد الإرسال
news-state-sent = أُرسل
news-state-cancelled = ملغى
news-created = حُفظت المسودة.
news-edited = حُفظت التعديلات.
news-released = سيُرسل الإعلان في وقته.
news-taken-back = عاد الإعلان مسودة.
news-cancelled = أُلغي الإعلان.
announced-pending = في الانتظار
announced-delivered = وصل
announced-failed-blocked = تعذر: حظر المستخدم البوت
announced-failed-gone = تعذر: لم تعد المحادثة موجودة
announced-failed-refused = تعذر: رفضه تيليغرام
announced-uncertain-interrupted = غير مؤكد: انقطع أثناء الإرسال
announced-uncertain-no-answer = غير مؤكد: لم يجب تيليغرام
announced-stopped-unsubscribed = أوقف: لم يعد يريد هذه الأخبار
announced-stopped-blocked = أوقف: حظر المستخدم البوت
announced-stopped-cancelled = أوقف: أُلغي الإعلان
error-no-such-announcement = لا إعلان بهذا الرقم.
error-announcement-changed = عدّل شخص آخر هذا الإعلان في هذه الأثناء. لم يُنجز شيء: راجعوه من جديد.
error-announcement-moved = لم يعد ذلك ممكنا: حالة الإعلان الآن «{ $current }».
error-own-announcement = من حرر إعلانا أو عدّله لا يرسله: على شخص آخر أن يراجعه.
error-announcement-refused-kind = اختاروا نوع الإعلان.
error-announcement-refused-topic = هذا البرنامج غير موجود.
error-announcement-refused-country = هذا البلد غير موجود.
error-announcement-refused-text = أحد النصوص طويل جدا: 3000 حرف على الأكثر، ليسع في رسالة واحدة. والبقية تُقرأ في المصدر.
error-announcement-refused-texts = ينقص نص بالفرنسية أو العربية.
error-announcement-refused-title = عنوان المصدر طويل جدا.
error-announcement-refused-url = رابط المصدر غير صالح: يبدأ بـ https://.
error-announcement-refused-document = مرجع الوثيقة طويل جدا.
error-announcement-refused-source = ينقص المصدر: عنوان، ومعه رابط أو وثيقة.
error-announcement-refused-read = ضعوا علامة على أنكم راجعتم النصوص وتحققتم من المصدر.
error-announcement-refused-moment = اختاروا يوما وساعة لم يأتيا بعد، خلال سنة.

## مدد الحفظ

nav-retention = مدد الحفظ
retention-title = مدد الحفظ
retention-hint = ما يُحفظ، وإلى متى، ولماذا. يجري الحذف مرة كل يوم. لا يُمس أبدا ملف مفتوح أو محجوب عن مصلحته.
retention-policy = القواعد
retention-class = المعطيات
retention-term = المدة
retention-fate = بعدها
retention-due = المستحق اليوم
retention-kept = يُحفظ دون أجل
retention-run-now = التنفيذ الآن
retention-run-hint = كل ما هو محسوب أعلاه سيُحذف أو تُزال منه الهوية. لا رجعة في ذلك، ويُسجل باسمكم.
retention-asked = سُجل الطلب. يبدأ الحذف خلال دقيقة، وتظهر النتيجة أسفله.
retention-runs = آخر العمليات
retention-none = لا عملية حتى الآن.
retention-when = البداية
retention-by = بواسطة
retention-did = ما عولج
retention-count = { $what }: { $count }
retention-nothing = لا شيء مستحق
retention-dry = عدّ فقط
retention-actor-bot = تلقائيا
retention-actor-operator = مسيّر النظام (سطر الأوامر)
retention-state-asked = مطلوبة
retention-state-running = جارية
retention-state-done = تمت
retention-state-failed = توقفت
term-at-once = فورا
term-hours =
    { $count ->
        [one] ساعة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
term-days =
    { $count ->
        [one] يوم
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يوما
       *[other] { $count } يوم
    }
term-years =
    { $count ->
        [one] سنة
        [two] سنتان
        [few] { $count } سنوات
        [many] { $count } سنة
       *[other] { $count } سنة
    }
data-fate-deleted = حذف
data-fate-emptied = إفراغ
data-fate-anonymised = إزالة الهوية
data-class-turns = المحادثات مع المساعد
data-why-turns = تُحفظ لتحسين الخدمة، للمدة التي يُخبر بها المواطن. محادثات ملف مفتوح تبقى إلى نهايته.
data-class-unfinished = استمارات غير مكتملة
data-why-unfinished = يمكن للمواطن أن يتابع من حيث توقف، طيلة مدة حفظ المحادثات.
data-class-reviews = محادثات مراجعة ومخفية الهوية
data-why-reviews = تُستعمل لقياس الفهم وتحسينه.
data-class-waiting-files = وثائق أُرسلت دون ملف
data-why-waiting-files = ريثما تكتمل الاستمارة.
data-class-files = وثائق الملفات المنتهية
data-why-files = جوازات وعقود وكشوف: أكثر ما هو حساس، ولا حاجة إليها بعد انتهاء الملف ومضي أجل الطعن.
data-class-tickets = الملفات المنتهية
data-why-tickets = إثبات الجواب المعطى. بعدها يبقى النوع والبلد والآجال والتقييم، ويُمحى النص ووسيلة الاتصال والرسائل والملاحظات.
data-class-outbox = الرسائل الموجهة إلى المواطنين
data-why-outbox = نسخة من الرسالة ريثما تصل. الرسالة التي لم يأت أحد لقراءتها تنتظر.
data-class-mail = رسائل البريد الإلكتروني
data-why-mail = عنوان ورابط، لمدة الإرسال وما قد يتبعه من أسئلة.
data-class-telegram-inbox = وارد تيليغرام
data-why-telegram-inbox = حتى لا تضيع رسالة ولا تُعالج مرتين.
data-class-subscriptions = اشتراكات متوقفة
data-why-subscriptions = لمن يغير رأيه، حتى لا يعيد كل الاختيارات.
data-class-deliveries = من توصل بأي إعلان
data-why-deliveries = للرد على من يقول إنه لم يتوصل بشيء. بعدها تبقى الأعداد.
data-class-links = الروابط بين جهازين ورموزها
data-why-links = ريثما يُفهم رابط متنازع فيه.
data-class-staff-sessions = جلسات الموظفين
data-why-staff-sessions = لا حاجة إليها بعد انتهائها.
data-class-notices = إشعارات الموظفين
data-why-notices = للعودة إلى ما تم التنبيه إليه.
data-class-conversations = محادثات مهجورة
data-why-conversations = عنوان ولغة، للتعرف على من يعود. لا يتعلق بها شيء آخر.
data-kept-proof = سجل التدقيق وأختامه وعمليات الحذف: إثبات ما تم، دون أي نص لمواطن.
data-kept-published = الإعلانات وأيام العطل والأجوبة المؤكدة: منشورة، أو لا تخص شخصا.
data-kept-account = حسابات الموظفين وعروضهم: ما دام التدقيق يحتاج إلى الشخص. الحساب المغلق يحتفظ باسمه.
data-kept-figures = أرقام الملفات وروابطها ومتابعاتها والحوادث: لا تدل على شخص بعد إزالة هوية الملف.
data-kept-technical = مفاتيح البرنامج وأقفاله.
event-ticket-anonymised = أُزيلت هويته: انقضت مدة الحفظ
ticket-anonymised = أُزيلت هوية هذا الملف في { $moment }: لم تبق منه إلا الأرقام.

## ما يخرج أو يُكشف: شخصان

nav-releases = إخراج المعطيات
releases-title = إخراج المعطيات
releases-hint = تصدير، أو النص الأصلي لمحادثة مخفية الهوية: شخص يطلب ويذكر السبب، وآخر يقرر. كل موافقة صالحة مرة واحدة وتنتهي مدتها. وكل شيء يُسجل في سجل التدقيق.
releases-back = العودة إلى الطلبات
releases-waiting = في انتظار قراركم
releases-none-waiting = لا شيء ينتظر قراركم.
releases-before = طلباتكم والطلبات المعالجة
releases-none = لا طلب.
release-new = طلب جديد
release-number = الطلب { $number }
release-what = الموضوع
release-what-leaves = ما سيخرج
release-period = الفترة
release-days = { $first } – { $last }
release-rows = الأسطر
release-rows-now = { $asked } عند الطلب، { $now } الآن
release-asked-by = صاحب الطلب
release-decided-by = صاحب القرار
release-used-at = تاريخ الاستعمال
release-until = صالح إلى غاية
release-reason = السبب
release-reason-hint = لماذا يُستعمل، وأين سيُحفظ الملف. دون اسم مواطن أو معلومات الاتصال به.
release-period-hint = أيام كاملة وماضية، والحد الأقصى { $count } سطر: ما يُوافق عليه هو بالضبط ما يخرج.
release-ask = إرسال الطلب
release-ask-original = طلب النص الأصلي
release-original-hint = النص المعروض مخفي الهوية. على شخص آخر أن يوافق على قراءتكم للأصل، مرة واحدة.
release-original-once = استُعملت هذه الموافقة: لن يظهر هذا النص مرة أخرى. لا تنسخوه في مكان آخر.
release-kind-transcripts = محادثات مخفية الهوية، دون معرّفات
release-kind-reviews = محادثات مراجعة ومخفية الهوية، للتقييم
release-kind-original = النص الأصلي لمحادثة
release-state-asked = في الانتظار
release-state-approved = مقبول
release-state-refused = مرفوض
release-state-used = مستعمل
release-state-expired = منتهي المدة
release-own = على شخص آخر، رئيس فريق أو مسيّر، أن يقرر. سيصلكم إشعار.
release-take = تمت الموافقة
release-take-hint = مرة واحدة فقط: بعدها يجب تقديم طلب جديد.
release-download = تنزيل الملف
release-see = قراءة النص الأصلي
release-decide = قراركم
release-decide-hint = أنتم مسؤولون عن هذه الموافقة. عند الشك، ارفضوا واذكروا ما ينقص.
release-approve = موافقة
release-refuse = رفض
release-refusal = سبب الرفض
release-sample = معاينة
release-sample-hint = الأسطر الأولى، مخفية الهوية كما ستخرج. لا يظهر النص الأصلي هنا أبدا.
release-sample-none = لم يبق شيء للعرض.
release-done-asked = أُرسل الطلب إلى من يمكنه أن يقرر.
release-done-approved = تمت الموافقة. يصل إشعار إلى صاحب الطلب.
release-done-refused = رُفض الطلب. يصل إشعار إلى صاحب الطلب.
notice-wall-opened = فتح رئيس فريق ملفا محجوبا يخص مصلحته
notice-release-asked = طلب إخراج معطيات ينتظر قراركم
notice-release-decided = عولج طلبكم بإخراج المعطيات
error-no-such-release = هذا الطلب غير موجود، أو لم يعد محفوظا ما يخصه.
error-own-release = من يطلب لا يقرر: على شخص آخر أن يفعل.
error-release-moved = لم يعد ذلك ممكنا: حالة الطلب الآن «{ $current }».
error-release-refused-kind = اختاروا ما تطلبونه.
error-release-refused-period = اختاروا يوما أول ويوما أخيرا، وكلاهما مضى.
error-release-refused-reason = السبب طويل جدا.
error-release-refused-nothing = لا شيء للإخراج: لا محادثة مطابقة، أو يتعلق الأمر بملف محجوب.
error-release-refused-too-much = هذا كثير دفعة واحدة: قلصوا الفترة.
