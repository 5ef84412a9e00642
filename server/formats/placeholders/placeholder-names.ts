import type {SystemId} from '../shapes/shape.ts'

/** The placeholders of one help desk. */
export interface PlaceholderSystem {
  /** What stands around a name, the usual one first. */
  readonly brackets: readonly (readonly [open: string, close: string])[]
  /** Each name with what it is filled in with; the most useful first. */
  readonly names: ReadonlyMap<string, string>
  /** Names that a team makes itself: fields, dynamic content, integrations. */
  readonly own: RegExp
  /** Whether any other name may be a team's own; where it may not, an unknown name is wrong. */
  readonly open: boolean
  /** Whether “ticket.ID” is as good as “ticket.id”. */
  readonly caseless: boolean
}

const braces = ['{{', '}}'] as const

/** `first_name: first name` under `ticket.requester: the requester` says “the requester’s first name”. */
function of(owners: Readonly<Record<string, string>>, fields: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(owners).flatMap(([owner, who]) =>
    Object.entries(fields).map(([field, what]): [string, string] => [`${owner}.${field}`, `${who}’s ${what}`]),
  )
}

function system(
  brackets: PlaceholderSystem['brackets'],
  list: () => readonly (readonly [string, string])[],
  more: Partial<Pick<PlaceholderSystem, 'own' | 'open' | 'caseless'>> = {},
): PlaceholderSystem {
  // Most texts hold no placeholder, and need no table.
  let names: ReadonlyMap<string, string> | undefined
  return {
    brackets,
    get names() {
      names ??= new Map(list())
      return names
    },
    own: /(?!)/,
    open: true,
    caseless: false,
    ...more,
  }
}

const each = (names: Readonly<Record<string, string>>): [string, string][] => Object.entries(names)

const zendesk = system(
  [braces],
  () => [
    ...of(
      {'ticket.requester': 'the requester', current_user: 'the current agent', 'ticket.assignee': 'the assignee'},
      {first_name: 'first name', name: 'full name'},
    ),
    ...each({
      'ticket.id': 'the ticket’s number',
      'ticket.title': 'the ticket’s subject',
      'ticket.due_date': 'the day the ticket is due',
      'ticket.link': 'the ticket’s full address',
      'ticket.url': 'the ticket’s address without the protocol',
      'ticket.url_with_protocol': 'the ticket’s address',
      'ticket.status': 'the ticket’s status',
      'ticket.priority': 'the ticket’s priority',
      'ticket.ticket_type': 'the ticket’s type',
      'ticket.ticket_form': 'the ticket’s form',
      'ticket.account': 'your account’s name',
      'ticket.brand.name': 'the brand’s name',
      'ticket.group.name': 'the group that the ticket is with',
      'ticket.organization.name': 'the organization’s name',
      'ticket.organization.external_id': 'the organization’s external id',
      'ticket.organization.details': 'the organization’s details',
      'ticket.organization.notes': 'the organization’s notes',
      'ticket.organization.is_shared': 'whether the organization is shared',
      'ticket.organization.is_shared_comments': 'whether the organization shares comments',
      'ticket.created_at': 'the day the ticket was opened',
      'ticket.created_at_with_time': 'when the ticket was opened',
      'ticket.created_at_with_timestamp': 'when the ticket was opened, for machines',
      'ticket.updated_at': 'the day of the last update',
      'ticket.updated_at_with_time': 'when the ticket was last updated',
      'ticket.updated_at_with_timestamp': 'when the ticket was last updated, for machines',
      'ticket.due_date_with_timestamp': 'when the ticket is due, for machines',
      'ticket.description': 'the first comment',
      'ticket.verbatim_description': 'the first comment as it was written',
      'ticket.latest_comment': 'the latest comment',
      'ticket.latest_comment_formatted': 'the latest comment, formatted',
      'ticket.latest_comment_rich': 'the latest comment, rich text',
      'ticket.latest_comment_html': 'the latest comment in HTML',
      'ticket.latest_public_comment': 'the latest public comment',
      'ticket.latest_public_comment_formatted': 'the latest public comment, formatted',
      'ticket.latest_public_comment_rich': 'the latest public comment, rich text',
      'ticket.latest_public_comment_html': 'the latest public comment in HTML',
      'ticket.comments': 'all comments',
      'ticket.comments_formatted': 'all comments, formatted',
      'ticket.public_comments': 'all public comments',
      'ticket.public_comments_formatted': 'all public comments, formatted',
      'ticket.tags': 'the ticket’s tags',
      'ticket.via': 'the channel',
      'ticket.external_id': 'the ticket’s external id',
      'ticket.encoded_id': 'the ticket’s encoded id',
      'ticket.cc_names': 'the names of those in copy',
      'ticket.ccs': 'those in copy',
      'ticket.email_cc_names': 'the names of those in copy',
      'ticket.email_ccs': 'those in copy',
      'ticket.followers': 'the followers',
      'ticket.follower_names': 'the followers’ names',
      'ticket.follower_reply_type_message': 'what a follower’s answer does',
      'ticket.current_holiday_name': 'the holiday’s name',
      'ticket.in_business_hours': 'whether it is business hours',
      'agent.signature': 'the agent’s signature',
      'satisfaction.rating_section': 'the satisfaction survey',
      'satisfaction.rating_url': 'the survey’s address',
      'satisfaction.positive_rating_url': 'the address of a good rating',
      'satisfaction.negative_rating_url': 'the address of a bad rating',
      'satisfaction.current_rating': 'the rating',
      'satisfaction.current_comment': 'the comment with the rating',
    }),
    ...of(
      {
        'ticket.requester': 'the requester',
        current_user: 'the current agent',
        'ticket.assignee': 'the assignee',
        'ticket.submitter': 'the submitter',
      },
      {
        name: 'full name',
        first_name: 'first name',
        last_name: 'last name',
        email: 'email address',
        phone: 'phone number',
        language: 'language',
        id: 'id',
        external_id: 'external id',
        details: 'details',
        notes: 'notes',
        time_zone: 'time zone',
        role: 'role',
        extended_role: 'role in full',
        signature: 'signature',
        tags: 'tags',
        locale: 'locale',
        'organization.name': 'organization',
      },
    ),
  ],
  {
    own: /^(?:dc\.|ticket\.ticket_field_|ticket\.custom_(?:fields|status)|ticket\.(?:brand|organization|group)\.|(?:ticket\.)?[\w.]*(?:custom_fields|organization|comments?|ccs|followers|email_ccs)[.[]|satisfaction\.|comment\.|account\.|custom_objects?\.|user\.|settings?\.)/,
  },
)

const freshdesk = system(
  [braces],
  () => [
    ...of(
      {'ticket.requester': 'the requester'},
      {
        firstname: 'first name',
        name: 'full name',
        lastname: 'last name',
        email: 'email address',
        phone: 'phone number',
        mobile: 'mobile number',
        company_name: 'company',
        address: 'address',
        job_title: 'job title',
        language: 'language',
        time_zone: 'time zone',
        twitter_id: 'Twitter name',
      },
    ),
    ...each({
      'ticket.agent.name': 'the agent’s name',
      'ticket.agent.email': 'the agent’s email address',
      'ticket.id': 'the ticket’s number',
      'ticket.subject': 'the ticket’s subject',
      'ticket.due_by_time': 'when the ticket is due',
      'ticket.fr_due_by_time': 'when the first answer is due',
      'ticket.url': 'the ticket’s address',
      'ticket.public_url': 'the ticket’s public address',
      'ticket.portal_url': 'the portal’s address',
      'ticket.portal_name': 'the portal’s name',
      'ticket.description': 'the ticket’s description',
      'ticket.status': 'the ticket’s status',
      'ticket.priority': 'the ticket’s priority',
      'ticket.source': 'the channel',
      'ticket.ticket_type': 'the ticket’s type',
      'ticket.tags': 'the ticket’s tags',
      'ticket.group.name': 'the group’s name',
      'ticket.product_description': 'the product’s description',
      'ticket.company.name': 'the company’s name',
      'ticket.company.description': 'the company’s description',
      'ticket.company.note': 'the company’s note',
      'ticket.company.domains': 'the company’s domains',
      'ticket.from_email': 'the customer’s email address',
      'ticket.created_on': 'when the ticket was opened',
      'ticket.latest_public_comment': 'the latest public comment',
      'ticket.latest_private_comment': 'the latest private comment',
      'ticket.satisfaction_survey': 'the satisfaction survey',
      'ticket.surveymonkey_survey': 'the survey',
      'ticket.billable_hours': 'the billable hours',
      'ticket.total_time_spent': 'the time spent',
      'comment.commenter.name': 'the commenter’s name',
      'comment.body': 'the comment',
      helpdesk_name: 'the help desk’s name',
    }),
  ],
  {
    own: /^(?:ticket\.(?:cf_|custom_|requester\.(?:cf_|custom_)|company\.)|satisfaction_survey\.|event\.|contact\.|company\.)/,
  },
)

const intercom = system(
  [braces],
  () =>
    each({
      first_name: 'the customer’s first name',
      last_name: 'the customer’s last name',
      name: 'the customer’s full name',
      email: 'the customer’s email address',
      phone: 'the customer’s phone number',
      user_id: 'the customer’s id',
      city: 'the customer’s city',
      country: 'the customer’s country',
      'user.first_name': 'the customer’s first name',
      'user.last_name': 'the customer’s last name',
      'user.name': 'the customer’s full name',
      'user.email': 'the customer’s email address',
      'user.phone': 'the customer’s phone number',
      'company.name': 'the company’s name',
      'company.plan': 'the company’s plan',
      'company.id': 'the company’s id',
      'author.first_name': 'the writer’s first name',
      'author.last_name': 'the writer’s last name',
      'author.name': 'the writer’s name',
      'teammate.first_name': 'the teammate’s first name',
      'teammate.name': 'the teammate’s name',
      'conversation.id': 'the conversation’s number',
      'ticket.id': 'the ticket’s number',
      app_name: 'your workspace’s name',
      unsubscribe_url: 'the address to unsubscribe',
    }),
  {own: /^(?:custom_object\.|(?:cda|custom)_|user\.custom|company\.custom)/},
)

const front = system(
  [braces],
  () => [
    ...of(
      {recipient: 'the recipient'},
      {
        first_name: 'first name',
        name: 'full name',
        last_name: 'last name',
        email: 'email address',
        phone: 'phone number',
        handle: 'handle',
        twitter: 'Twitter name',
        link: 'link',
      },
    ),
    ...of(
      {user: 'the writer'},
      {first_name: 'first name', name: 'full name', last_name: 'last name', email: 'email address', id: 'id'},
    ),
    ...each({
      'account.name': 'the account’s name',
      'conversation.id': 'the conversation’s number',
      'conversation.public_id': 'the conversation’s public id',
      'conversation.ticket_id': 'the ticket’s number',
      'message.id': 'the message’s number',
      'message.public_id': 'the message’s public id',
      survey: 'the satisfaction survey',
    }),
  ],
  {own: /^[\w-]+\.object\./},
)

const helpScout = system(
  [['{%', '%}']],
  () => [
    ...of(
      {customer: 'the customer', user: 'the writer'},
      {
        firstName: 'first name',
        fullName: 'full name',
        lastName: 'last name',
        email: 'email address',
        phone: 'phone number',
        jobTitle: 'job title',
      },
    ),
    ...each({
      'customer.company': 'the customer’s company',
      'customer.id': 'the customer’s id',
      'user.id': 'the writer’s id',
      'conversation.number': 'the conversation’s number',
      'conversation.id': 'the conversation’s id',
      'conversation.subject': 'the conversation’s subject',
      'conversation.url': 'the conversation’s address',
      'mailbox.name': 'the mailbox’s name',
      'mailbox.email': 'the mailbox’s address',
      'mailbox.id': 'the mailbox’s id',
      'satRatings.label': 'the rating’s label',
    }),
  ],
  {own: /^(?:customer|conversation|user)\.(?:propert|custom|field)|^(?:organization|beacon|satRatings?)\./i},
)

const gorgias = system(
  [braces],
  () => [
    ...of(
      {'ticket.customer': 'the customer'},
      {
        firstname: 'first name',
        name: 'full name',
        lastname: 'last name',
        email: 'email address',
        id: 'id',
        phone: 'phone number',
      },
    ),
    ...of(
      {current_user: 'the current agent'},
      {firstname: 'first name', name: 'full name', lastname: 'last name', email: 'email address', id: 'id', bio: 'bio'},
    ),
    ...each({
      'ticket.id': 'the ticket’s number',
      'ticket.subject': 'the ticket’s subject',
      'ticket.channel': 'the channel',
      'ticket.via': 'the channel',
      'ticket.status': 'the ticket’s status',
      'ticket.excerpt': 'the first words of the ticket',
      'ticket.account.domain': 'your account’s name',
      'ticket.receiver.email': 'the receiver’s email address',
      'ticket.receiver.name': 'the receiver’s name',
      'ticket.sender.email': 'the sender’s email address',
      'ticket.sender.name': 'the sender’s name',
      'ticket.assignee_user.id': 'the assignee’s id',
      'ticket.assignee_user.name': 'the assignee’s name',
      'ticket.assignee_user.firstname': 'the assignee’s first name',
      'ticket.assignee_user.lastname': 'the assignee’s last name',
      'ticket.assignee_user.email': 'the assignee’s email address',
      'ticket.created_datetime': 'when the ticket was created',
      'ticket.opened_datetime': 'when the ticket was opened',
      'ticket.updated_datetime': 'when the ticket was updated',
      'ticket.last_message_datetime': 'when the last message was sent',
      'ticket.first_message.body_text': 'the first message',
    }),
  ],
  {
    own: /^(?:ticket\.(?:customer\.(?:integrations|custom|data|channels|meta)|messages|first_message|last_message|custom_fields|requester|integrations|tags)|message\.|survey\.|integrations)/,
  },
)

const chatwoot = system(
  [braces],
  () => [
    ...of(
      {contact: 'the contact', agent: 'the agent'},
      {first_name: 'first name', name: 'full name', last_name: 'last name', email: 'email address'},
    ),
    ...each({
      'contact.phone': 'the contact’s phone number',
      'contact.phone_number': 'the contact’s phone number',
      'contact.id': 'the contact’s number',
      'agent.available_name': 'the agent’s display name',
      'agent.phone_number': 'the agent’s phone number',
      'conversation.id': 'the conversation’s number',
      'conversation.display_id': 'the conversation’s number',
      'conversation.code': 'the conversation’s code',
      'conversation.contact_name': 'the contact’s name',
      'inbox.id': 'the inbox’s number',
      'inbox.name': 'the inbox’s name',
      'account.name': 'your account’s name',
    }),
  ],
  {
    own: /^(?:contact|conversation)\.custom_attributes?\.|^(?:conversation\.recent_messages|message|custom_attribute|global_config|campaign|team)\b/,
    open: false,
    caseless: true,
  },
)

const zammad = system(
  [['#{', '}']],
  () => [
    ...of(
      {'ticket.customer': 'the customer', user: 'the current agent', 'ticket.owner': 'the owner'},
      {
        firstname: 'first name',
        lastname: 'last name',
        fullname: 'full name',
        email: 'email address',
        phone: 'phone number',
        mobile: 'mobile number',
        fax: 'fax number',
        login: 'login',
        department: 'department',
        web: 'website',
        note: 'note',
        vip: 'VIP mark',
        address: 'address',
        'organization.name': 'organization',
      },
    ),
    ...each({
      'ticket.number': 'the ticket’s number',
      'ticket.id': 'the ticket’s internal id',
      'ticket.title': 'the ticket’s title',
      'ticket.state.name': 'the ticket’s state',
      'ticket.priority.name': 'the ticket’s priority',
      'ticket.group.name': 'the group’s name',
      'ticket.group.email_address': 'the group’s address',
      'ticket.organization.name': 'the organization’s name',
      'ticket.pending_time': 'when the ticket comes back',
      'ticket.escalation_at': 'when the ticket escalates',
      'ticket.first_response_escalation_at': 'when the first answer is due',
      'ticket.update_escalation_at': 'when the next answer is due',
      'ticket.close_escalation_at': 'when the solution is due',
      'ticket.created_at': 'when the ticket was created',
      'ticket.updated_at': 'when the ticket was updated',
      'ticket.close_at': 'when the ticket was closed',
      'ticket.tags': 'the ticket’s tags',
      'ticket.link': 'the ticket’s address',
      'ticket.note': 'the ticket’s note',
      'ticket.time_unit': 'the time spent',
      'article.body': 'the message',
      'article.body_as_html': 'the message in HTML',
      'article.body_as_text': 'the message as plain text',
      'article.body_as_text_with_quote': 'the message as a quote',
      'article.from': 'the message’s sender',
      'article.to': 'the message’s receiver',
      'article.subject': 'the message’s subject',
      'article.created_at': 'when the message was written',
      'config.fqdn': 'the system’s address',
      'config.http_type': 'http or https',
      'config.product_name': 'the product’s name',
      'config.organization': 'your organization',
      'config.ticket_hook': 'the mark before a ticket’s number',
      signature: 'the signature',
    }),
  ],
  {
    own: /^(?:ticket\.(?:(?:created_by|updated_by|article|organization|group|state|priority)\.|first_response|update_|close_|last_)|article\.|config\.|organization\.|notification\.|webhook|t\(|dt\()/,
  },
)

const osticketPeople = {
  name: 'name',
  'name.first': 'first name',
  'name.last': 'last name',
  'name.full': 'full name',
  'name.short': 'short name',
  email: 'email address',
  phone: 'phone number',
}
const osticket = system(
  [['%{', '}']],
  () => [
    ...of({recipient: 'the recipient', 'ticket.user': 'the ticket’s owner'}, osticketPeople),
    ...each({
      'ticket.number': 'the ticket’s number',
      'ticket.name': 'the customer’s name',
      'ticket.name.first': 'the customer’s first name',
      'ticket.name.last': 'the customer’s last name',
      'ticket.name.full': 'the customer’s full name',
      'ticket.email': 'the customer’s email address',
      'ticket.phone': 'the customer’s phone number',
      'ticket.subject': 'the ticket’s subject',
      'ticket.status': 'the ticket’s status',
      'ticket.priority': 'the ticket’s priority',
      'ticket.id': 'the ticket’s internal id',
      'ticket.assigned': 'who the ticket is with',
      'ticket.create_date': 'when the ticket was opened',
      'ticket.due_date': 'when the ticket is due',
      'ticket.close_date': 'when the ticket was closed',
      'ticket.est_due_date': 'when the ticket is likely due',
      'ticket.last_update': 'when the ticket was updated',
      'ticket.auth_token': 'the sign-in token',
      'ticket.client_link': 'the ticket’s address for the customer',
      'ticket.staff_link': 'the ticket’s address for staff',
      'recipient.ticket_link': 'the ticket’s address for the recipient',
      'ticket.dept': 'the department',
      'ticket.dept.name': 'the department’s name',
      'ticket.dept.manager.name': 'the department manager’s name',
      'ticket.staff': 'the agent',
      'ticket.team': 'the team',
      'ticket.team.name': 'the team’s name',
      'ticket.thread': 'the thread',
      'ticket.thread.complete': 'the whole thread',
      'ticket.thread.complete.reversed': 'the whole thread, newest first',
      'ticket.thread.original': 'the first message',
      'ticket.thread.lastmessage': 'the last message',
      'ticket.topic': 'the help topic',
      'ticket.topic.name': 'the help topic’s name',
      'ticket.user': 'the ticket’s owner',
      'ticket.source': 'the channel',
      'ticket.sla': 'the service level',
      'ticket.sla.name': 'the service level’s name',
      'ticket.merge_type': 'how tickets were merged',
      message: 'the message that came in',
      response: 'the message that goes out',
      comments: 'the comments',
      note: 'the internal note',
      'note.title': 'the note’s title',
      'note.message': 'the note’s text',
      assignee: 'who the ticket is with',
      assigner: 'who assigned it',
      signature: 'the signature',
      link: 'the address',
      url: 'the help desk’s address',
      recipient: 'the recipient',
      reset_link: 'the address to reset the password',
      token: 'the token',
      'company.name': 'your company’s name',
      company: 'your company',
      attachments: 'the attachments',
    }),
    ...of(
      {
        'ticket.staff': 'the agent',
        staff: 'the agent',
        assignee: 'the assignee',
        assigner: 'the assigner',
        poster: 'the poster',
        user: 'the user',
      },
      osticketPeople,
    ),
    ...each({
      'task.number': 'the task’s number',
      'task.id': 'the task’s internal id',
      'task.title': 'the task’s title',
      'task.description': 'the task’s description',
      'task.due_date': 'when the task is due',
      'task.create_date': 'when the task was opened',
      'task.status': 'the task’s status',
      'task.staff_link': 'the task’s address for staff',
      'task.dept.name': 'the department’s name',
      'task.staff.name': 'the agent’s name',
      'task.team.name': 'the team’s name',
      'task.thread.complete': 'the whole thread',
    }),
  ],
  {
    own: /^(?:company\.|ticket\.(?:\w+\.)*(?:create_date|due_date|close_date|last_update|dept|staff|team|topic|thread|user)\.|\w+\.\*$|lastmessage|update|thread)/,
  },
)

const salesforcePeople = {
  FirstName: 'first name',
  LastName: 'last name',
  Name: 'full name',
  Email: 'email address',
  Phone: 'phone number',
  Title: 'job title',
  Salutation: 'salutation',
  MobilePhone: 'mobile number',
}
const salesforce = system(
  [
    ['{!', '}'],
    ['{{{', '}}}'],
  ],
  () => [
    ...of(
      {
        Contact: 'the contact',
        User: 'the writer',
        Recipient: 'the recipient',
        Sender: 'the sender',
        Lead: 'the lead',
      },
      salesforcePeople,
    ),
    ...each({
      'Case.CaseNumber': 'the case’s number',
      'Case.Subject': 'the case’s subject',
      'Case.Status': 'the case’s status',
      'Case.Priority': 'the case’s priority',
      'Case.Description': 'the case’s description',
      'Case.Id': 'the case’s id',
      'Case.Link': 'the case’s address',
      'Case.Thread_Id': 'the case’s thread id',
      'Case.ContactEmail': 'the contact’s email address',
      'Case.ContactPhone': 'the contact’s phone number',
      'Case.CreatedDate': 'when the case was opened',
      'Case.ClosedDate': 'when the case was closed',
      'Case.Origin': 'the case’s origin',
      'Case.Reason': 'the case’s reason',
      'Case.Type': 'the case’s type',
      'Case.OwnerFullName': 'the owner’s full name',
      'Case.OwnerFirstName': 'the owner’s first name',
      'Case.OwnerLastName': 'the owner’s last name',
      'Case.OwnerEmail': 'the owner’s email address',
      'Account.Name': 'the account’s name',
      'Account.AccountNumber': 'the account’s number',
      'Account.Phone': 'the account’s phone number',
      'Account.Website': 'the account’s website',
      'Organization.Name': 'your organization’s name',
      'Organization.Phone': 'your organization’s phone number',
      'User.CompanyName': 'the writer’s company',
      'User.Signature': 'the writer’s signature',
      'Sender.Signature': 'the sender’s signature',
      'Opportunity.Name': 'the opportunity’s name',
      Today: 'today’s date',
    }),
  ],
  {
    own: /^\$|__[cr]\b|^[A-Z]+\(|^relatedTo\.|^(?:LiveAgent|LiveChat|MessagingSession|MessagingEndUser|ServiceAppointment|WorkOrder|Recipient|Sender)\b/i,
    caseless: true,
  },
)

const quicktextPeople = {
  firstname: 'first name',
  lastname: 'last name',
  fullname: 'full name',
  email: 'email address',
  displayname: 'display name',
}
const quicktext = system(
  [['[[', ']]']],
  () => [
    ...Object.entries({TO: 'the recipient', FROM: 'the sender'}).flatMap(([tag, who]) =>
      Object.entries(quicktextPeople).map(([field, what]): [string, string] => [`${tag}=${field}`, `${who}’s ${what}`]),
    ),
    ...each({
      DATE: 'today’s date',
      'DATE=long': 'today’s date in full',
      TIME: 'the time of day',
      SUBJECT: 'the subject',
      ORGHEADER: 'a header of the message you answer',
      CURSOR: 'where the cursor ends up',
      CLIPBOARD: 'what the clipboard holds',
      SELECTION: 'the selected text',
      COUNTER: 'a number that counts up',
      INPUT: 'what you are asked for',
      TEXT: 'another template',
      SCRIPT: 'what a script answers',
      ATT: 'the attachments',
      ORGATT: 'the attachments of the message you answer',
      FILE: 'what a file holds',
      IMAGE: 'an image',
      ATTACHMENT: 'a file to attach',
      URL: 'what an address answers',
      HEADER: 'a header to set',
      REPLYTO: 'the reply-to address',
      VERSION: 'Thunderbird’s version',
      TO: 'the recipient',
      FROM: 'the sender',
    }),
  ],
  {own: /^(?!(?:TO|FROM)=)[A-Z]+=/i, caseless: true},
)

const github = system(
  [
    ['{', '}'],
    ['@{', '}'],
  ],
  () =>
    each({
      'issue-author': 'who opened the issue',
      'issue-title': 'the issue’s title',
      'issue-url': 'the issue’s address',
      'repository-name': 'the repository’s name',
      author: 'who wrote it',
      label: 'the label',
    }),
)

/** The placeholders of each system, as its public documentation names them. */
export const placeholderSystems: Readonly<Record<SystemId, PlaceholderSystem>> = {
  zendesk,
  freshdesk,
  intercom,
  front,
  'help-scout': helpScout,
  gorgias,
  chatwoot,
  zammad,
  osticket,
  salesforce,
  quicktext,
  github,
}
