/** Field of the form that holds the choice of a topic. */
export const topicField = (key: string): string => `topic-${key}`;
