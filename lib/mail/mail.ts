/** A mail, ready to be sent: the same words as HTML and as plain text. */
export interface Mail {
  template: string;
  subject: string;
  html: string;
  plain: string;
}
