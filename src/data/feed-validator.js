export const validate = Object.assign(() => true, { errors: null });
