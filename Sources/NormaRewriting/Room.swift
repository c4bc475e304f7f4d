// Filled room by room.
