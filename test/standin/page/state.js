/** What this tab knows of its chat. */
export const state = {
  /** Absent until the first answer names it. */
  conversationId: undefined,
  /** The message under which the next one goes. */
  currentNode: 'client-created-root',
  /** `{ file, id, name, isBigPaste, status }`, until the prompt is sent. */
  attachments: [],
  /** Stops the answer that is running. */
  running: undefined,
  /** The topic of the socket that brings it; absent where it comes with the prompt's own stream. */
  topic: undefined,
};
