/** Short messages of what was done, or why it was not. Their script comes after the page. */
export const toast = {
  success: (message: string) => void import("sonner").then((sonner) => sonner.toast.success(message)),
  error: (message: string) => void import("sonner").then((sonner) => sonner.toast.error(message)),
};
