/** What the system's codes mean, in Chinese. */
export const systemReasons: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EADDRINUSE: '端口已被占用',
  EBUSY: '正被别的程序使用',
  EEXIST: '已经有了',
  EISDIR: '是文件夹，不是文件',
  EMFILE: '打开的文件太多',
  ENAMETOOLONG: '名字太长',
  ENOENT: '没有这个文件或文件夹',
  ENOSPC: '磁盘满了',
  ENOTDIR: '不是文件夹',
  ENOTEMPTY: '文件夹不空',
  EPERM: '不允许',
  EROFS: '磁盘只能读',
};
