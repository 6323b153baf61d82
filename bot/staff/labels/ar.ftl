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

## التنقل

nav-label = الأقسام
nav-queue = الملفات
nav-unanswered = بلا جواب
nav-knowledge = المعارف
nav-dashboard = لوحة القيادة

## أسئلة بقيت بلا جواب

unanswered-title = أسئلة بقيت بلا جواب
unanswered-hint = الأسماء والأرقام والرموز والعناوين محجوبة. حددوا ما كان ينبغي فهمه: أجوبتكم تفيد في تحسين جسر.
unanswered-export = تصدير المحادثات المراجعة
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
list-comma = ،
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

dashboard-title = لوحة القيادة
dashboard-period = الفترة
dashboard-days = آخر { $count } يوماً
dashboard-hint = تُعوَّض الأعداد من 1 إلى 4 بـ«<5» حيث يمكن التعرف على شخص؛ و«…» تحجب عدداً يسمح بحسابها.
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
