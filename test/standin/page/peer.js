/** Resolves once a connection knows all the ways in which it can be reached. */
export function gathered(connection) {
  return new Promise((resolve) => {
    const look = () => {
      if (connection.iceGatheringState === 'complete') resolve();
    };
    connection.addEventListener('icegatheringstatechange', look);
    look();
  });
}

/** The channel that both ends agree on without a word: number 0. */
export const openChannel = (connection) => connection.createDataChannel('events', { negotiated: true, id: 0 });
