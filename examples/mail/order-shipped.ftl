<p>Hi ${customer.firstName},</p>
<#if order.express>
<p>Your paper notebook left today and should reach you tomorrow.</p>
<#else>
<p>Your paper notebook left today. It may take a few days.</p>
</#if>
<p>Track it with number ${order.trackingNumber}. Just reply to this mail if it hasn&rsquo;t come by ${order.latestDay}.</p>
<p>Best,<br>Ana from Harbour</p>
